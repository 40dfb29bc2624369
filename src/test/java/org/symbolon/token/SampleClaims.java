package org.symbolon.token;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;

/** What the tests of access tokens write into them. */
final class SampleClaims {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00.250Z");

  private SampleClaims() {}

  /** Of a token that waits for its first use. */
  static AccessClaims unconfirmed(UserId userId) {
    return new AccessClaims(
        new SessionHandle("0123456789abcdef0123456789abcdef"),
        userId,
        Json.createObjectBuilder()
            .add("groups", Json.createArrayBuilder().add("admin"))
            .add("n", 1)
            .build(),
        Set.of("admin"),
        Instant.ofEpochSecond(NOW.getEpochSecond()),
        Instant.ofEpochSecond(NOW.getEpochSecond()),
        NOW.plusSeconds(60),
        NOW.plus(Duration.ofDays(365)),
        "R".repeat(43),
        "P".repeat(43),
        "csrf",
        "id");
  }

  static AccessClaims confirmed(UserId userId) {
    return unconfirmed(userId).renewed(null, Set.of(), NOW, "id");
  }
}
