package org.symbolon.http;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.http.transport.HttpAnswer;

/**
 * Which pages may show an answer of ours in a frame (CSP Level 3, {@code frame-ancestors}). A
 * policy of ours takes the place of the application's, whose word on frames has to stay.
 */
public final class Framing {
  private static final String POLICY = "Content-Security-Policy";
  private static final String ANCESTORS = "frame-ancestors";

  private Framing() {}

  /** The directive where the application says nothing: its own pages, and those that may call. */
  static String byDefault(Set<String> allowedOrigins) {
    return ANCESTORS
        + " 'self'"
        + (allowedOrigins.isEmpty() ? "" : " ")
        + String.join(" ", allowedOrigins);
  }

  /**
   * The answer with what the application has said of frames in place of the default.
   *
   * @param policies the lines of {@code Content-Security-Policy} so far, which may be missing
   * @param options those of {@code X-Frame-Options}, which counts where no policy speaks of frames
   */
  public static HttpAnswer keep(
      HttpAnswer answer, @Nullable Collection<?> policies, @Nullable Collection<?> options) {
    String ours = answer.headers().get(POLICY);
    Set<String> said = ancestors(policies);
    if (said.isEmpty()) {
      said = byOptions(options);
    }
    int place = ours == null ? -1 : ours.indexOf("; " + ANCESTORS);
    // several policies hold together; one has only one such directive
    return ours == null || place < 0 || said.isEmpty()
        ? answer
        : answer.with(POLICY, ours.substring(0, place) + "; " + String.join(", ", said));
  }

  private static Set<String> ancestors(@Nullable Collection<?> policies) {
    Set<String> said = new LinkedHashSet<>();
    if (policies != null) {
      for (Object line : policies) {
        for (String policy : line.toString().split(",", -1)) {
          String directive = ancestors(policy);
          if (directive != null) {
            said.add(directive);
          }
        }
      }
    }
    return said;
  }

  /** The first one of a policy counts. */
  private static @Nullable String ancestors(String policy) {
    for (String directive : policy.split(";", -1)) {
      String text = directive.strip();
      String name = text.split("\\s", 2)[0];
      if (name.equalsIgnoreCase(ANCESTORS)) {
        return ANCESTORS + text.substring(name.length());
      }
    }
    return null;
  }

  /** Browsers that find a directive do not look at the header. */
  private static Set<String> byOptions(@Nullable Collection<?> options) {
    String all = options == null ? "" : options.toString().toUpperCase(Locale.ROOT);
    if (all.contains("DENY")) {
      return Set.of(ANCESTORS + " 'none'");
    }
    return all.contains("SAMEORIGIN") ? Set.of(ANCESTORS + " 'self'") : Set.of();
  }
}
