package org.symbolon.demo;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.symbolon.Session;

/**
 * How a thief fared: {@code {"outcome":"accepted", …}}, or another outcome alone. The page shows
 * it; a thief is told no more than {@code unauthorised}.
 */
final class ThiefReport {
  private ThiefReport() {}

  static JsonValue accepted(Session session, int generation) {
    return SessionJson.of(session)
        .add("outcome", "accepted")
        .add("generation", generation)
        .add("expiresAt", session.expiresAt().toEpochMilli())
        .build();
  }

  static JsonValue refused(String outcome) {
    return Json.createObjectBuilder().add("outcome", outcome).build();
  }
}
