package org.symbolon.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a browser asks for a whole page, which it will show whatever the status is, and no script
 * is there to understand it.
 */
final class PageRequest {
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  /** The weight of a media range that is not wanted (RFC 9110 §12.4.2). */
  private static final Pattern UNWANTED = Pattern.compile("q\\s*=\\s*0(\\.0*)?");

  private PageRequest() {}

  /**
   * Whether this is one.
   *
   * @param accept the header {@code Accept}
   * @param fetchMode the header {@code Sec-Fetch-Mode} (W3C Fetch Metadata), which older browsers
   *     do not send
   */
  static boolean is(String method, @Nullable String accept, @Nullable String fetchMode) {
    return METHODS.contains(method)
        && (fetchMode == null || fetchMode.strip().equals("navigate"))
        && accept != null
        && List.of(accept.toLowerCase(Locale.ROOT).split(",", -1)).stream()
            .anyMatch(PageRequest::wantsHtml);
  }

  private static boolean wantsHtml(String range) {
    List<String> parts = List.of(range.split(";", -1));
    return parts.get(0).strip().equals("text/html")
        && parts.stream().skip(1).noneMatch(it -> UNWANTED.matcher(it.strip()).matches());
  }
}
