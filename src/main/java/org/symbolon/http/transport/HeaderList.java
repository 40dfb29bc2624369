package org.symbolon.http.transport;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Header fields that list names, which know no case (RFC 9110 §5.6.1). */
public final class HeaderList {
  /** Which headers scripts may read. */
  public static final String EXPOSE = "Access-Control-Expose-Headers";

  private HeaderList() {}

  /** One line with what was there and {@code names}, each once. */
  public static void add(MultivaluedMap<String, Object> headers, String field, List<String> names) {
    headers.putSingle(field, String.join(", ", union(read(headers.get(field)), names)));
  }

  /** The names in lines of a field, which may be missing. */
  public static List<String> read(@Nullable Collection<?> lines) {
    if (lines == null) {
      return List.of();
    }
    return lines.stream()
        .flatMap(line -> List.of(String.valueOf(line).split(",", -1)).stream())
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Both, each name once, as it is spelled first. */
  public static List<String> union(List<String> first, List<String> second) {
    // not compared each with each, since strangers send such lists
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<String> union = new ArrayList<>();
    for (List<String> names : List.of(first, second)) {
      for (String name : names) {
        if (known.add(name)) {
          union.add(name);
        }
      }
    }
    return union;
  }
}
