package org.symbolon.http.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request with some headers, and properties that can be set. */
public final class FakeRequest implements RequestHead {
  private final Map<String, List<String>> headers = new HashMap<>();
  private final Map<String, Object> properties = new HashMap<>();
  private final String path;
  private String method = "GET";

  private FakeRequest(String path) {
    this.path = path;
  }

  public static FakeRequest to(String path) {
    return new FakeRequest(path);
  }

  public FakeRequest method(String name) {
    method = name;
    return this;
  }

  public FakeRequest header(String name, String value) {
    headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), it -> new ArrayList<>()).add(value);
    return this;
  }

  public RequestHead build() {
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String rawPath() {
    return path;
  }

  @Override
  public String serverName() {
    return "www.example.com";
  }

  @Override
  public @Nullable String rawQuery() {
    return null;
  }

  @Override
  public List<String> lines(String header) {
    return headers.getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public @Nullable Object property(String name) {
    return properties.get(name);
  }

  @Override
  public void property(String name, Object value) {
    properties.put(name, value);
  }
}
