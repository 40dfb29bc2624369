package org.symbolon.http.transport;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that JAX-RS and a servlet can both send.
 *
 * @param headers each once
 * @param body text in UTF-8, or {@code null}
 */
public record HttpAnswer(int status, Map<String, String> headers, @Nullable String body) {
  /** The name of a header. */
  public static final String CONTENT_TYPE = "Content-Type";

  private static final Map<String, String> NOT_STORED = Map.of("Cache-Control", "no-store");

  /** Text for developers. */
  public static HttpAnswer text(int status, String text) {
    return new HttpAnswer(status, NOT_STORED, text).with(CONTENT_TYPE, "text/plain;charset=UTF-8");
  }

  /** JSON. */
  public static HttpAnswer json(int status, JsonObject body) {
    return new HttpAnswer(status, NOT_STORED, body.toString())
        .with(CONTENT_TYPE, "application/json");
  }

  /** The same with one more header, or another value of one. */
  public HttpAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpAnswer(status, more, body);
  }

  /** The same headers with an HTML page. */
  public HttpAnswer withPage(String html) {
    return new HttpAnswer(status, headers, html).with(CONTENT_TYPE, "text/html;charset=UTF-8");
  }

  /** A redirect in its place. */
  public HttpAnswer seeOther(String location) {
    Map<String, String> others = new LinkedHashMap<>(headers);
    others.remove(CONTENT_TYPE);
    return new HttpAnswer(303, others, null).with("Location", location);
  }
}
