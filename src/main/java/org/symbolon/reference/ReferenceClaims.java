package org.symbolon.reference;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;
import org.symbolon.config.SessionConfig;
import org.symbolon.token.AccessClaims;
import org.symbolon.token.Groups;

/** The payload of the reference's access tokens. What it has no place for is worked out. */
final class ReferenceClaims {
  private static final String HANDLE = "sessionHandle";
  private static final String USER = "userId";
  private static final String REFRESH = "rt";
  private static final String ANTI_CSRF = "antiCsrfToken";
  private static final String PARENT = "prt";
  private static final String EXPIRY = "expiryTime";
  private static final String PAYLOAD = "userPayload";

  private final Duration validity;
  private final boolean antiCsrf;
  private final Groups groups;
  private final Lifetime lifetime;
  private final JsonBuilderFactory builders = Json.createBuilderFactory(Map.of());
  private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());

  ReferenceClaims(SessionConfig config, Lifetime lifetime) {
    this.validity = config.accessToken().validity();
    this.antiCsrf = config.antiCsrf();
    this.groups = Groups.in(config.accessToken().claims());
    this.lifetime = lifetime;
  }

  /** In the order in which the reference writes. */
  String write(AccessClaims claims) {
    JsonObjectBuilder json =
        builders
            .createObjectBuilder()
            .add(HANDLE, claims.handle().value())
            .add(USER, NodeUserId.write(claims.userId()))
            .add(REFRESH, claims.refreshHash1());
    if (claims.antiCsrf() != null) {
      json.add(ANTI_CSRF, claims.antiCsrf());
    }
    if (claims.parentHash1() != null) {
      json.add(PARENT, claims.parentHash1());
    }
    json.add(EXPIRY, claims.expiresAt().toEpochMilli());
    if (claims.payload() != null) {
      json.add(PAYLOAD, claims.payload());
    }
    return json.build().toString();
  }

  /** Reads a payload that is signed; empty where the reference would not accept it either. */
  Optional<AccessClaims> read(String payload) {
    JsonObject json = parse(payload);
    String handle = NodeText.member(json, HANDLE);
    UserId userId = NodeUserId.read(json.get(USER));
    String refreshHash1 = NodeText.member(json, REFRESH);
    String token = NodeText.member(json, ANTI_CSRF);
    if (handle == null
        || userId == null
        || refreshHash1 == null
        || (token == null && antiCsrf)
        || !(json.get(EXPIRY) instanceof JsonNumber expiry)) {
      return Optional.empty();
    }
    Instant expiresAt = Instant.ofEpochMilli(expiry.bigDecimalValue().longValue());
    return Optional.of(
        claims(
            new SessionHandle(handle),
            userId,
            json.get(PAYLOAD),
            expiresAt,
            refreshHash1,
            NodeText.member(json, PARENT),
            token));
  }

  private AccessClaims claims(
      SessionHandle handle,
      UserId userId,
      @Nullable JsonValue payload,
      Instant expiresAt,
      String refreshHash1,
      @Nullable String parentHash1,
      @Nullable String token) {
    Instant issuedAt = expiresAt.minus(validity).truncatedTo(ChronoUnit.SECONDS);
    return new AccessClaims(
        handle,
        userId,
        payload,
        groups.of(payload),
        HandleTime.of(handle).orElse(issuedAt).truncatedTo(ChronoUnit.SECONDS),
        issuedAt,
        expiresAt,
        lifetime.end(handle),
        refreshHash1,
        parentHash1,
        token,
        "");
  }

  /** The same payload with a hash of a parent. */
  String withParent(String payload) {
    JsonObject json = parse(payload);
    JsonObjectBuilder longer = builders.createObjectBuilder();
    json.forEach(
        (name, value) -> {
          if (name.equals(EXPIRY)) {
            longer.add(PARENT, "0".repeat(64));
          }
          if (!name.equals(PARENT)) {
            longer.add(name, value);
          }
        });
    return longer.build().toString();
  }

  private JsonObject parse(String payload) {
    try (JsonReader reader = readers.createReader(new StringReader(payload))) {
      return reader.readObject();
    }
  }
}
