package org.symbolon.http;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.HttpConfig;
import org.symbolon.http.transport.HeaderList;
import org.symbolon.http.transport.Transports;

/**
 * Which other origins' pages may call, and what their browsers are told (Fetch standard, "CORS
 * protocol").
 *
 * @param origins as browsers write them; none switches everything off
 */
public record Cors(Set<String> origins) {
  static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
  static final String ALLOW_METHODS = "Access-Control-Allow-Methods";
  static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";
  static final String MAX_AGE = "Access-Control-Max-Age";
  static final String REQUEST_METHOD = "Access-Control-Request-Method";
  static final String REQUEST_HEADERS = "Access-Control-Request-Headers";

  private static final String MAX_AGE_SECONDS = "3600";
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** What the known browser clients send. */
  private static final List<String> HEADERS =
      List.of(
          "anti-csrf",
          "content-type",
          "supertokens-sdk-name",
          "supertokens-sdk-version",
          "fdi-version",
          "rid",
          "st-auth-mode",
          "authorization");

  /** Of all names that a preflight asks for, with what is between them; pages send a few. */
  private static final int MOST_CHARACTERS = 4096;

  private static final int MOST_NAMES = 100;

  /** RFC 9110 §5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");

  /** As configured: none where something else answers browsers. */
  public static Cors of(HttpConfig config) {
    return new Cors(config.cors() ? config.allowedOrigins() : Set.of());
  }

  /** Whether there are any. */
  public boolean isOn() {
    return !origins.isEmpty();
  }

  /** Whether that origin is one of ours; {@code null} (the header is missing) is not. */
  public boolean allows(@Nullable String origin) {
    return origin != null && origins.contains(origin);
  }

  /**
   * Says on an answer what concerns {@code origin}, in place of what the application says of an
   * allowed one; to others nothing but that answers differ.
   */
  public void decorate(MultivaluedMap<String, Object> headers, @Nullable String origin) {
    if (isOn()) {
      HeaderList.add(headers, "Vary", List.of("Origin"));
    }
    if (allows(origin)) {
      headers.putSingle(ALLOW_ORIGIN, origin);
      headers.putSingle(ALLOW_CREDENTIALS, "true");
      HeaderList.add(headers, HeaderList.EXPOSE, Transports.EXPOSED);
    }
  }

  /** Whether this is a preflight that we answer. */
  public boolean answers(String method, @Nullable String origin, @Nullable String requestMethod) {
    return method.equals("OPTIONS") && requestMethod != null && allows(origin);
  }

  /**
   * What the answer to a preflight says of methods and headers: everything that was asked for and
   * can be a name at all, since the resource itself decides. Of more than 100 names or 4,096
   * characters none, so that a browser does not send the request.
   *
   * @param requestHeaders the lines of the field, which may be missing
   */
  static Map<String, String> preflight(
      String requestMethod, @Nullable List<String> requestHeaders) {
    List<String> method =
        TOKEN.matcher(requestMethod).matches() ? List.of(requestMethod) : List.of();
    List<String> headers =
        asked(requestHeaders).stream().filter(name -> TOKEN.matcher(name).matches()).toList();
    return Map.of(
        ALLOW_METHODS,
        String.join(", ", HeaderList.union(METHODS, method)),
        ALLOW_HEADERS,
        String.join(", ", HeaderList.union(HEADERS, headers)),
        MAX_AGE,
        MAX_AGE_SECONDS,
        "Vary",
        REQUEST_METHOD + ", " + REQUEST_HEADERS);
  }

  private static List<String> asked(@Nullable List<String> lines) {
    long length = lines == null ? 0 : lines.stream().mapToLong(String::length).sum();
    List<String> names = length > MOST_CHARACTERS ? List.of() : HeaderList.read(lines);
    return names.size() > MOST_NAMES ? List.of() : names;
  }
}
