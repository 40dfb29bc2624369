package org.symbolon.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.symbolon.http.Presence;

/** The same request with a method that no resource has, and nothing in it. */
final class PresenceRequest extends HttpServletRequestWrapper {
  PresenceRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getMethod() {
    return Presence.METHOD;
  }

  /** The body is for the request itself. */
  @Override
  public int getContentLength() {
    return 0;
  }

  @Override
  public long getContentLengthLong() {
    return 0;
  }
}
