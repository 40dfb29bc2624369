package org.symbolon.http.transport;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From whose page a request comes, in the words of the browser, which no page can choose: {@code
 * Sec-Fetch-Site} (W3C Fetch Metadata §2.4), and {@code Origin} (RFC 6454 §7) for browsers without
 * it.
 *
 * @param allowed other origins whose pages may use the session
 */
public record RequestSite(RequestHead request, Set<String> allowed) {
  private static final String SITE = "Sec-Fetch-Site";
  private static final String MODE = "Sec-Fetch-Mode";
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final Pattern HOST = Pattern.compile("https?://(\\[[^]]*]|[^/:]+)(:[0-9]+)?");

  /** Whether the page, if it was one, may use this session. */
  public boolean mayUseSession() {
    String site = request.header(SITE);
    String origin = origin();
    if (origin != null && allowed.contains(origin)) {
      return true;
    }
    if (site == null) {
      return origin == null || isHere(origin);
    }
    return switch (site) {
      case "same-origin", "none" -> true;
      // without an origin it is a link, or an image: nothing that a page could read
      case "same-site" -> origin == null;
      default -> false;
    };
  }

  /**
   * Whether the browser says that a page that may not use this session sent the request. Unlike
   * {@link #mayUseSession} it never errs behind a proxy that hides the host, so requests may be
   * refused by it.
   */
  public boolean isForeign() {
    return request.header(SITE) != null && !mayUseSession();
  }

  /**
   * Whether the request may log somebody in, unlike one by which a page of another site would have
   * the user go on as somebody else. A navigation by {@code GET} may: so do identity providers send
   * users back, and what belongs to whom the application tells by its {@code state}.
   *
   * @param providers origins whose pages may send their forms, {@code null} for those that hide it
   */
  public boolean mayLogIn(Set<String> providers) {
    String site = request.header(SITE);
    String origin = origin();
    return site == null
        || site.equals("same-site")
        || mayUseSession()
        || (origin != null && providers.contains(origin))
        || (READING.contains(request.method()) && "navigate".equals(request.header(MODE)));
  }

  private @Nullable String origin() {
    return request.header("Origin");
  }

  /** Whatever scheme and port: cookies know neither, and proxies change both. */
  private boolean isHere(String origin) {
    String host = host(origin);
    return host != null
        && Stream.concat(Stream.of(request.serverName()), forwardedHosts())
            .anyMatch(name -> host.equals(HostName.of(name)));
  }

  /** No page can send it without being asked first (CORS). */
  private Stream<String> forwardedHosts() {
    return HeaderList.read(request.lines("X-Forwarded-Host")).stream();
  }

  private static @Nullable String host(String origin) {
    Matcher parts = HOST.matcher(origin.toLowerCase(Locale.ROOT));
    return parts.matches() ? parts.group(1) : null;
  }
}
