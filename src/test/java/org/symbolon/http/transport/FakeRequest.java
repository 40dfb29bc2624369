package org.symbolon.http.transport;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request with some headers, and properties that can be set. */
final class FakeRequest {
  private final MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
  private final Map<String, Object> properties = new HashMap<>();
  private final String path;

  private FakeRequest(String path) {
    this.path = path;
  }

  static FakeRequest to(String path) {
    return new FakeRequest(path);
  }

  FakeRequest header(String name, String value) {
    headers.add(name, value);
    return this;
  }

  ContainerRequestContext build() {
    return proxy(
        ContainerRequestContext.class,
        (name, arguments) ->
            switch (name) {
              case "getHeaders" -> headers;
              case "getHeaderString" -> line(String.valueOf(arguments.get(0)));
              case "getUriInfo" -> uriInfo();
              case "getProperty" -> properties.get(String.valueOf(arguments.get(0)));
              case "setProperty" ->
                  properties.put(String.valueOf(arguments.get(0)), arguments.get(1));
              default -> throw new UnsupportedOperationException(name);
            });
  }

  private String line(String name) {
    List<String> lines = headers.get(name);
    return lines == null ? null : String.join(",", lines);
  }

  private UriInfo uriInfo() {
    return proxy(UriInfo.class, (name, arguments) -> URI.create("https://api.example.com" + path));
  }

  private interface Answers {
    Object to(String name, List<Object> arguments);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answers.to(method.getName(), arguments == null ? List.of() : List.of(arguments)));
    return type.cast(proxy);
  }
}
