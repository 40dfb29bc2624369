package org.symbolon.config;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a browser drops in silence, refused aloud (RFC 6265bis §5.6, §5.7): cookies over 4,096
 * bytes, {@code SameSite=None} without {@code Secure}, domains and paths that it cannot match.
 */
final class CookieRules {
  /** Of name, value and attributes together, on the safe side of what browsers count. */
  static final int MOST_BYTES = 4096;

  static final String DOMAIN = "symbolon.cookie.domain";
  private static final String OLDER_DOMAINS = "symbolon.cookie.older-domains";
  private static final String HOST_ONLY = "host-only";

  private static final int DATE = "; Expires=Thu, 01 Jan 1970 00:00:00 GMT".length();
  private static final Pattern PATH = Pattern.compile("/[!-:<-~&&[^%\\\\\"?#,]]*");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private CookieRules() {}

  static String path(Settings settings, String name, String byDefault) {
    String path = settings.text(name, byDefault);
    settings.require(
        PATH.matcher(path).matches()
            && path.length() <= 1024
            && !path.contains("//")
            && !path.matches(".*/\\.\\.?(/.*)?"),
        name,
        path,
        "must begin with / and hold no //, no segment . or .., no space, control character or any"
            + " of ; , ? # % \" \\");
    return path;
  }

  static void check(Settings settings, CookieConfig cookie) {
    settings.require(
        cookie.secure() || !cookie.sameSite().equals("None"),
        "symbolon.cookie.same-site",
        "none",
        "needs symbolon.cookie.secure=true, else browsers drop every cookie");
    String domain = cookie.domain();
    if (domain != null) {
      settings.require(
          isDomain(domain),
          DOMAIN,
          domain,
          "must be a host name of at least two labels in lower case, without scheme, port, leading"
              + " dot, or be left out for the host alone (localhost, IP addresses)");
    }
  }

  static List<String> olderDomains(Settings settings) {
    List<String> domains = settings.list(OLDER_DOMAINS, List.of());
    for (String domain : domains) {
      settings.require(
          domain.equals(HOST_ONLY) || isDomain(domain),
          OLDER_DOMAINS,
          domain,
          "must be host names of at least two labels in lower case, or host-only");
    }
    return domains.stream().map(domain -> domain.equals(HOST_ONLY) ? "" : domain).toList();
  }

  private static boolean isDomain(String domain) {
    String[] labels = domain.split("\\.", -1);
    boolean fits = labels.length >= 2 && domain.length() <= 253;
    for (String label : labels) {
      fits &= LABEL.matcher(label).matches();
    }
    return fits && !IP_ADDRESS.matcher(domain).matches();
  }

  /** What is left of 4,096 bytes for the value of {@code sAccessToken}. */
  static int longestAccessToken(@Nullable String domain, String path) {
    int domainBytes = domain == null ? 0 : "; Domain=".length() + domain.length();
    int others = "sAccessToken=; Path=; HttpOnly; Secure; SameSite=Strict".length() + DATE;
    return MOST_BYTES - others - domainBytes - path.length();
  }
}
