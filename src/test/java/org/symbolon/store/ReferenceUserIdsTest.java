package org.symbolon.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.symbolon.UserId;
import org.symbolon.testing.ReferenceVectors;

/** The reference's user ids: what it stores for which, and reads from which. */
class ReferenceUserIdsTest {

  @TestFactory
  Stream<DynamicTest> stored_as_the_reference_stores_them() {
    return ReferenceVectors.list("userIdStorage").stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.get("userId").toString(), () -> assertStorage(vector)));
  }

  @TestFactory
  Stream<DynamicTest> read_as_the_reference_reads_them() {
    return ReferenceVectors.list("userIdParse").stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(vector.get("stored").toString(), () -> assertRead(vector)));
  }

  private static void assertStorage(JsonObject vector) {
    UserId userId = userId(vector.get("userId"));
    if (vector.containsKey("error")) {
      assertThat(UserIdColumn.isAmbiguous(userId.toString())).isTrue();
      return;
    }
    assertThat(UserIdColumn.write(userId)).isEqualTo(vector.getString("stored"));
    assertThat(UserIdColumn.read(vector.getString("stored"))).isEqualTo(userId);
    assertThat(userId instanceof UserId.Text && UserIdColumn.isAmbiguous(userId.toString()))
        .isFalse();
  }

  /** Null and booleans, which the reference reads as such, are no user ids: the text stays. */
  private static void assertRead(JsonObject vector) {
    UserId expected =
        switch (vector.getString("type")) {
          case "number", "string" -> userId(vector.get("parsed"));
          default -> UserId.of(vector.getString("stored"));
        };
    assertThat(UserIdColumn.read(vector.getString("stored"))).isEqualTo(expected);
  }

  private static UserId userId(JsonValue json) {
    return json instanceof JsonNumber number
        ? UserId.of(number.longValueExact())
        : UserId.of(((JsonString) json).getString());
  }
}
