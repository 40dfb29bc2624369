package org.symbolon.token;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;

/**
 * The claims as JSON. Written and read by Jakarta JSON, which keeps every number as it was given;
 * JWT libraries read {@code 1.10} as a {@code double}.
 */
public final class ClaimsJson {
  private static final String NUMBER = "n";

  private final String issuer;
  private final List<String> audience;
  private final List<String> lifted;
  private final Groups groups;
  private final JsonBuilderFactory builders = Json.createBuilderFactory(Map.of());
  private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());

  /**
   * For tokens of one issuer.
   *
   * @param issuer written and required
   * @param audience written, and one of them required; none writes none and accepts none
   * @param lifted the members of an object payload that become claims of their own
   */
  public ClaimsJson(String issuer, List<String> audience, List<String> lifted) {
    this.issuer = issuer;
    this.audience = List.copyOf(audience);
    this.lifted = List.copyOf(lifted);
    this.groups = Groups.in(lifted);
  }

  String write(AccessClaims claims) {
    JsonObjectBuilder json =
        builders
            .createObjectBuilder()
            .add("iss", issuer)
            .add("sub", claims.userId().toString())
            .add("upn", claims.userId().toString())
            .add("iat", claims.issuedAt().getEpochSecond())
            .add("exp", ceilSeconds(claims.expiresAt()))
            .add("jti", claims.id())
            .add("sid", claims.handle().value())
            .add("auth_time", claims.authenticatedAt().getEpochSecond());
    if (audience.size() == 1) {
      json.add("aud", audience.get(0));
    } else if (!audience.isEmpty()) {
      json.add("aud", builders.createArrayBuilder(audience));
    }
    if (claims.payload() instanceof JsonObject object) {
      lifted.stream()
          .filter(object::containsKey)
          .forEach(member -> json.add(member, object.get(member)));
    }
    if (claims.userId() instanceof UserId.WholeNumber) {
      json.add("kind", NUMBER);
    }
    addUnlessNull(json, "pl", claims.payload());
    json.add("rt", claims.refreshHash1());
    addUnlessNull(json, "prt", claims.parentHash1());
    addUnlessNull(json, "csrf", claims.antiCsrf());
    return json.add("end", claims.absoluteEnd().toEpochMilli())
        .add("exp_ms", claims.expiresAt().toEpochMilli())
        .build()
        .toString();
  }

  /**
   * Reads a payload whose signature has been verified; empty if the issuer is another, or the token
   * is meant for others, or has a beginning ({@code nbf}), which ours have not.
   */
  Optional<AccessClaims> read(String payload) {
    JsonObject json;
    try (JsonReader reader = readers.createReader(new StringReader(payload))) {
      json = reader.readObject();
    }
    if (!issuer.equals(json.getString("iss", null)) || !isForUs(json.get("aud"))) {
      return Optional.empty();
    }
    if (json.containsKey("nbf")) {
      return Optional.empty(); // we write none, so it is not ours, whenever it begins
    }
    String sub = json.getString("sub");
    return Optional.of(
        new AccessClaims(
            new SessionHandle(json.getString("sid")),
            json.containsKey("kind") ? UserId.of(Long.parseLong(sub)) : UserId.of(sub),
            json.get("pl"),
            groups.claimed(json.get(Groups.MEMBER)),
            Instant.ofEpochSecond(number(json, "auth_time")),
            Instant.ofEpochSecond(number(json, "iat")),
            Instant.ofEpochMilli(number(json, "exp_ms")),
            Instant.ofEpochMilli(number(json, "end")),
            json.getString("rt"),
            json.getString("prt", null),
            json.getString("csrf", null),
            json.getString("jti")));
  }

  /** RFC 7519 §4.1.3: one string, or an array; who is not named must refuse. */
  private boolean isForUs(@Nullable JsonValue aud) {
    if (aud == null || audience.isEmpty()) {
      return aud == null && audience.isEmpty();
    }
    return aud instanceof JsonString one
        ? audience.contains(one.getString())
        : AccessClaims.strings(aud).stream().anyMatch(audience::contains);
  }

  /** Up, so that other verifiers never end a token before its time. */
  private static long ceilSeconds(Instant instant) {
    return -Math.floorDiv(-instant.toEpochMilli(), 1000L);
  }

  private static long number(JsonObject json, String claim) {
    JsonNumber number = json.getJsonNumber(claim);
    return number.longValueExact();
  }

  private static void addUnlessNull(
      JsonObjectBuilder json, String name, @Nullable JsonValue value) {
    if (value != null) {
      json.add(name, value);
    }
  }

  private static void addUnlessNull(JsonObjectBuilder json, String name, @Nullable String value) {
    if (value != null) {
      json.add(name, value);
    }
  }
}
