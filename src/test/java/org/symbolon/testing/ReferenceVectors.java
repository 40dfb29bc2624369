package org.symbolon.testing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.util.List;

/** What the reference library really wrote and read: src/test/resources/reference. */
public final class ReferenceVectors {
  private static final JsonObject ROWS = load("rows.json");

  /** Everything, the tokens too; of the rows and user ids {@link #list} has the same. */
  public static final JsonObject ALL = load("vectors.json");

  private ReferenceVectors() {}

  public static List<JsonObject> list(String name) {
    JsonArray array = ROWS.getJsonArray(name);
    return array.getValuesAs(JsonObject.class);
  }

  private static JsonObject load(String name) {
    InputStream file = ReferenceVectors.class.getResourceAsStream("/reference/" + name);
    try (JsonReader reader = Json.createReader(file)) {
      return reader.readObject();
    }
  }
}
