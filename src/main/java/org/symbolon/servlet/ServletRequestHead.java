package org.symbolon.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.http.PathReadings;
import org.symbolon.http.transport.HostName;
import org.symbolon.http.transport.RequestHead;

/** A request at the servlet container. */
public final class ServletRequestHead implements RequestHead {
  private final HttpServletRequest request;
  private final Runnable staged;
  private @Nullable PathReadings readings;

  /**
   * Of one request.
   *
   * @param staged called whenever tokens were staged
   */
  ServletRequestHead(HttpServletRequest request, Runnable staged) {
    this.request = request;
    this.staged = staged;
  }

  HttpServletRequest request() {
    return request;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    return request.getServletContext().getContextPath() + RequestPath.decoded(request);
  }

  /** All that its path may mean. */
  PathReadings readings() {
    PathReadings known = readings;
    if (known == null) {
      known = RequestPath.readings(request);
      readings = known;
    }
    return known;
  }

  @Override
  public String rawPath() {
    return request.getRequestURI();
  }

  @Override
  public String serverName() {
    return HostName.of(request.getServerName());
  }

  @Override
  public @Nullable String rawQuery() {
    return request.getQueryString();
  }

  @Override
  public List<String> lines(String header) {
    return Collections.list(request.getHeaders(header));
  }

  @Override
  public @Nullable Object property(String name) {
    return request.getAttribute(name);
  }

  @Override
  public void property(String name, Object value) {
    request.setAttribute(name, value);
  }

  @Override
  public boolean isFromOwnPage() {
    return BrowserOrigin.isOwn(request);
  }

  @Override
  public void staged() {
    staged.run();
  }
}
