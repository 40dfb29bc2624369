package org.symbolon.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.http.transport.HostName;
import org.symbolon.http.transport.RequestHead;

/** A request at JAX-RS. */
record JaxRsRequestHead(ContainerRequestContext request) implements RequestHead {

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    return uri().getPath();
  }

  @Override
  public String rawPath() {
    return uri().getRawPath();
  }

  @Override
  public String serverName() {
    String authority = uri().getRawAuthority();
    String named = authority == null ? header("Host") : authority;
    return named == null ? "" : HostName.of(named);
  }

  @Override
  public @Nullable String rawQuery() {
    return uri().getRawQuery();
  }

  @Override
  public List<String> lines(String header) {
    List<String> lines = request.getHeaders().get(header);
    return lines == null ? List.of() : lines;
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeaderString(name);
  }

  @Override
  public @Nullable Object property(String name) {
    return request.getProperty(name);
  }

  @Override
  public void property(String name, Object value) {
    request.setProperty(name, value);
  }

  private URI uri() {
    return request.getUriInfo().getRequestUri();
  }
}
