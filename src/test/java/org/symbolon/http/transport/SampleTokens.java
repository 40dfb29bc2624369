package org.symbolon.http.transport;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Set;
import org.symbolon.Session;
import org.symbolon.SessionHandle;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.UserId;

/** Tokens by name. */
final class SampleTokens {
  static final Instant END = Instant.parse("2027-03-01T10:00:00Z");

  private SampleTokens() {}

  static Session session(JsonValue payload) {
    return new Session(
        new SessionHandle("h"),
        UserId.of("alice"),
        payload,
        Set.of(),
        Instant.parse("2027-01-01T00:00:00Z"),
        Instant.parse("2027-03-01T09:00:00Z"),
        END);
  }

  static SessionTokens named(String name) {
    return new SessionTokens(
        session(null),
        new Token(name + "-access", END),
        new Token(name + "-refresh", END),
        new Token(name + "-id", END),
        name + "-csrf");
  }
}
