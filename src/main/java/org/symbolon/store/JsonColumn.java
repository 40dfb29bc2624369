package org.symbolon.store;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionStoreException;

/**
 * JSON values and the text in the columns {@code session_info} and {@code jwt_user_payload}: the
 * empty text is "never given", {@code null} is JSON null (reference behaviour, "Tables").
 */
public final class JsonColumn {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private JsonColumn() {}

  /** What the column holds for this value. */
  public static String write(@Nullable JsonValue json) {
    return json == null ? "" : json.toString();
  }

  /**
   * Whether a parser will read it again, also one level deeper, as in an access token: parsers have
   * limits to depth and to the digits of a number.
   *
   * @param text as {@link #write} made it
   */
  public static boolean isReadable(String text) {
    try {
      parse("[" + text + "]");
      return true;
    } catch (RuntimeException e) {
      // a parser's limits are not all announced by a JsonException
      return false;
    }
  }

  static @Nullable JsonValue read(@Nullable String column, String what) {
    if (column == null || column.isEmpty()) {
      return null;
    }
    try {
      return parse(column);
    } catch (RuntimeException e) {
      // a parser's limits are not all announced by a JsonException
      throw new SessionStoreException(what + " holds no JSON that can be read", e);
    }
  }

  static JsonValue parse(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
