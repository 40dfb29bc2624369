package org.symbolon.servlet;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.symbolon.http.transport.HeaderList;
import org.symbolon.http.transport.Transports;

/** Those headers of a servlet's answer that concern sessions, to be changed as a whole. */
final class ResponseHeaders {
  private static final List<String> NAMES =
      HeaderList.union(
          Transports.EXPOSED, List.of("Set-Cookie", "Cache-Control", "Vary", HeaderList.EXPOSE));

  private ResponseHeaders() {}

  /** Each header that {@code change} leaves otherwise than it was is replaced. */
  static void change(
      HttpServletResponse response, Consumer<MultivaluedMap<String, Object>> change) {
    MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
    for (String name : NAMES) {
      headers.addAll(name, List.copyOf(response.getHeaders(name)));
    }
    headers.values().removeIf(List::isEmpty);
    MultivaluedMap<String, Object> before = new MultivaluedHashMap<>(headers);
    change.accept(headers);
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(headers.keySet());
    for (String name : names) {
      if (!texts(headers.get(name)).equals(texts(before.get(name)))) {
        replace(response, name, texts(headers.get(name)));
      }
    }
  }

  /** Takes away what was said of tokens in headers before; cookies are replaced in any case. */
  static void forgetTokens(MultivaluedMap<String, Object> headers) {
    Transports.EXPOSED.forEach(headers::remove);
    List<String> exposed =
        HeaderList.read(headers.get(HeaderList.EXPOSE)).stream()
            .filter(name -> Transports.EXPOSED.stream().noneMatch(name::equalsIgnoreCase))
            .toList();
    headers.remove(HeaderList.EXPOSE);
    if (!exposed.isEmpty()) {
      HeaderList.add(headers, HeaderList.EXPOSE, exposed);
    }
  }

  private static void replace(HttpServletResponse response, String name, List<String> lines) {
    if (lines.isEmpty()) {
      // removes it since Servlet 6.1, and on most servers before that
      response.setHeader(name, null);
      if (response.containsHeader(name)) {
        response.setHeader(name, "");
      }
    } else {
      response.setHeader(name, lines.get(0));
      lines.stream().skip(1).forEach(line -> response.addHeader(name, line));
    }
  }

  private static List<String> texts(@Nullable List<Object> lines) {
    return lines == null ? List.of() : lines.stream().map(String::valueOf).toList();
  }
}
