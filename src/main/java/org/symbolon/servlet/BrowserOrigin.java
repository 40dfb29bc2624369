package org.symbolon.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.symbolon.http.Cors;
import org.symbolon.http.transport.HostName;

/** From where a request comes, in the words of the browser, which no page can choose. */
final class BrowserOrigin {
  private BrowserOrigin() {}

  /**
   * Whether a page of this very origin sent the request: by {@code Sec-Fetch-Site} (W3C Fetch
   * Metadata §2.4), and for browsers without it by {@code Origin} (RFC 6454 §7).
   */
  static boolean isOwn(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null ? own(request).equals(origin(request)) : site.equals("same-origin");
  }

  /**
   * Whether a page that may not use this session asks for a WebSocket. The handshake is a {@code
   * GET} that any page may send, with the cookies that {@code SameSite} lets pass (RFC 6455 §10.2).
   */
  static boolean isForeignUpgrade(HttpServletRequest request, Cors cors) {
    String origin = origin(request);
    return isUpgrade(request) && origin != null && !isOwn(request) && !cors.allows(origin);
  }

  static @Nullable String origin(HttpServletRequest request) {
    return request.getHeader("Origin");
  }

  private static boolean isUpgrade(HttpServletRequest request) {
    String upgrade = request.getHeader("Upgrade");
    return upgrade != null && upgrade.toLowerCase(Locale.ROOT).contains("websocket");
  }

  private static String own(HttpServletRequest request) {
    String scheme = request.getScheme();
    int port = request.getServerPort();
    boolean isDefault = port == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + HostName.of(request.getServerName()) + (isDefault ? "" : ":" + port);
  }
}
