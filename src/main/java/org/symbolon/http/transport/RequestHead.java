package org.symbolon.http.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the transports want to know of a request, wherever it arrived: at JAX-RS or before it. */
public interface RequestHead {

  /** In upper case, as on the wire. */
  String method();

  /** The decoded path, context path included, as the server sees it. */
  String path();

  /** The same as it came. */
  String rawPath();

  /** The host that was asked for, as this server sees it and {@link HostName} has it, or empty. */
  String serverName();

  /** The query as it came. */
  @Nullable String rawQuery();

  /** The lines of a header, in the order in which they came; none if it is missing. */
  List<String> lines(String header);

  /** Something that was noted for this request before, or {@code null}. */
  @Nullable Object property(String name);

  /**
   * Notes something for as long as the request lasts. Where JAX-RS keeps its properties among the
   * servlet's attributes, what one of them notes the other one finds; nothing may depend on that.
   */
  void property(String name, Object value);

  /** All lines of a header in one, or {@code null}. */
  default @Nullable String header(String name) {
    List<String> lines = lines(name);
    return lines.isEmpty() ? null : String.join(",", lines);
  }

  /**
   * Whether the browser vouches for the request in place of the anti-CSRF token, since a page of
   * this very origin sent it. Never where a script sends requests, which can send the token.
   */
  default boolean isFromOwnPage() {
    return false;
  }

  /** Called whenever tokens were staged: to write them where nothing else will. */
  default void staged() {}
}
