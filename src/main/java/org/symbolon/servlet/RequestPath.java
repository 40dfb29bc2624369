package org.symbolon.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.symbolon.http.PathReadings;

/** Where a request says what path it is for. */
final class RequestPath {
  private static final String SCHEME_END = "://";

  private RequestPath() {}

  /**
   * By the request's line, by its URL, which has the host that the client named in it and which
   * JAX-RS may go by, and as the container has found the servlet.
   */
  static PathReadings readings(HttpServletRequest request) {
    return PathReadings.of(
        List.of(path(request.getRequestURI()), path(request.getRequestURL().toString())),
        decoded(request),
        request.getServletContext().getContextPath());
  }

  /** As the container has read it to find the servlet, below the context path. */
  static String decoded(HttpServletRequest request) {
    String more = request.getPathInfo();
    return more == null ? request.getServletPath() : request.getServletPath() + more;
  }

  /** Of an address that may have a scheme and a host, as a request's line may (RFC 9112 §3.2.2). */
  static String path(String address) {
    int scheme = address.indexOf(SCHEME_END);
    if (address.startsWith("/") || scheme < 0) {
      return address;
    }
    int path = address.indexOf('/', scheme + SCHEME_END.length());
    return path < 0 ? "/" : address.substring(path).split("[?#]", 2)[0];
  }
}
