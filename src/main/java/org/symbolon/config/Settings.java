package org.symbolon.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings one by one, and gathers every complaint instead of stopping at the first, so that
 * an operator sees all of them at once. A value that was complained about is replaced by its
 * default, which nobody gets to use.
 */
final class Settings {
  private static final System.Logger LOG = System.getLogger(Settings.class.getName());

  private static final String PREFIX = "symbolon.";
  private static final String VARIABLES = "SYMBOLON_";

  /** Each property that was asked for, by its name with dots for hyphens. */
  private final Map<String, String> known = new HashMap<>();

  private final Function<String, Optional<String>> raw;
  private final Function<String, Optional<String>> source;
  private final List<String> complaints = new ArrayList<>();

  /** Reads from {@code source}, which answers a property's raw text. */
  Settings(Function<String, Optional<String>> source) {
    this.raw = source;
    this.source =
        name -> {
          known.put(dotted(name), name);
          return source.apply(name);
        };
  }

  @Nullable String textOrNull(String name) {
    return source.apply(name).map(String::strip).filter(s -> !s.isEmpty()).orElse(null);
  }

  String text(String name, String byDefault) {
    String raw = textOrNull(name);
    return raw == null ? byDefault : raw;
  }

  /** A password may begin or end with white space. */
  @Nullable String secretOrNull(String name) {
    return source.apply(name).filter(s -> !s.isEmpty()).orElse(null);
  }

  boolean flag(String name, boolean byDefault) {
    String raw = textOrNull(name);
    if (raw == null) {
      return byDefault;
    }
    boolean yes = raw.equalsIgnoreCase("true");
    require(yes || raw.equalsIgnoreCase("false"), name, raw, "must be true or false");
    return yes;
  }

  int number(String name, int byDefault, int least, int most) {
    String raw = textOrNull(name);
    if (raw == null) {
      return byDefault;
    }
    try {
      int value = Integer.parseInt(raw);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // the complaint below says it all
    }
    complain(name, raw, "must be a whole number from " + least + " to " + most);
    return byDefault;
  }

  Duration duration(String name, Duration byDefault, Duration least, Duration most) {
    String raw = textOrNull(name);
    if (raw == null) {
      return byDefault;
    }
    try {
      Duration value = Duration.parse(raw);
      if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
        return value;
      }
    } catch (DateTimeParseException e) {
      // the complaint below says it all
    }
    complain(
        name,
        raw,
        "must be an ISO-8601 duration from " + iso(least) + " to " + iso(most) + ", such as PT30M");
    return byDefault;
  }

  <E extends Enum<E>> E choice(String name, E byDefault, E[] allowed) {
    String raw = textOrNull(name);
    if (raw == null) {
      return byDefault;
    }
    for (E candidate : allowed) {
      if (lower(candidate).equalsIgnoreCase(raw)) {
        return candidate;
      }
    }
    String names = String.join(", ", Arrays.stream(allowed).map(Settings::lower).toList());
    complain(name, raw, "must be one of " + names);
    return byDefault;
  }

  List<String> list(String name, List<String> byDefault) {
    // an explicitly empty list is written as a lone comma, since MicroProfile drops empty values
    String raw = textOrNull(name);
    return raw == null
        ? byDefault
        : Arrays.stream(raw.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  void require(boolean holds, String name, Object value, String rule) {
    if (!holds) {
      complain(name, value, rule);
    }
  }

  private void complain(String name, Object value, String rule) {
    complaints.add(name + " = " + value + ": " + rule);
  }

  /** Ends the reading. */
  void finish() {
    if (!complaints.isEmpty()) {
      throw new InvalidConfigurationException(complaints);
    }
  }

  /**
   * A misspelt property would otherwise be a default in disguise. To be called when all others have
   * been read; its value may be a secret, and is not shown.
   */
  void refuseMisspelt(Iterable<String> names) {
    for (String name : names) {
      String plain = plain(name);
      Optional<String> like =
          !isOurs(plain)
              ? ProtectingNames.nearly(plain)
              : isInForce(name, plain) ? Optional.empty() : ProtectingNames.like(plain);
      like.ifPresent(
          meant ->
              complaints.add(
                  name
                      + ": is no property of Symbolon, and would protect nothing; is "
                      + meant
                      + " meant?"));
    }
  }

  /** Of the rest that nothing reads. */
  void warnOfUnknown(Iterable<String> names) {
    for (String name : names) {
      String plain = plain(name);
      if (isOurs(name) && !isInForce(name, plain)) {
        String meant = known.get(dotted(plain));
        LOG.log(
            System.Logger.Level.WARNING,
            "{0} is no property of Symbolon, ignored{1}",
            name,
            meant == null ? "" : "; is " + meant + " meant?");
      }
    }
  }

  private static boolean isOurs(String name) {
    return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /**
   * Whether what is set by that name is what counts. With dots for hyphens it comes of an
   * environment variable, which then is the answer to the property itself as well; unless something
   * stronger is, which then protects.
   */
  private boolean isInForce(String name, String plain) {
    String property = known.get(dotted(plain));
    if (property == null || property.equals(plain)) {
      return property != null;
    }
    Optional<String> own = raw.apply(name);
    Optional<String> value = raw.apply(property);
    return own.isEmpty()
        || (value.isPresent()
            && (isVariable(name)
                || value.equals(own)
                || raw.apply(variable(property)).equals(own)));
  }

  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Whether the configuration says so, by the profile's name. */
  boolean isProduction() {
    return Stream.of("mp.config.profile", "smallrye.config.profile")
        .flatMap(name -> list(name, List.of()).stream())
        .anyMatch(
            profile -> profile.equalsIgnoreCase("prod") || profile.equalsIgnoreCase("production"));
  }

  /** Without a profile ({@code %prod.}), and as a property where it is an environment variable. */
  private static String plain(String name) {
    String own = name.startsWith("%") ? name.substring(name.indexOf('.') + 1) : name;
    return isVariable(own) ? own.toLowerCase(Locale.ROOT).replace('_', '.') : own;
  }

  private static boolean isVariable(String name) {
    return name.regionMatches(true, 0, VARIABLES, 0, VARIABLES.length());
  }

  /**
   * An environment variable comes back as {@code symbolon.access.token.validity}, without hyphens.
   */
  private static String dotted(String name) {
    return name.replace('-', '.');
  }

  /** P100D rather than Java's PT2400H, as people write it. */
  private static String iso(Duration duration) {
    boolean wholeDays = !duration.isZero() && duration.equals(Duration.ofDays(duration.toDays()));
    return wholeDays ? "P" + duration.toDays() + "D" : duration.toString();
  }

  /** As it is written in a property. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
