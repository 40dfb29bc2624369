package org.symbolon.http;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.symbolon.Session;
import org.symbolon.http.transport.TokenPayload;

/**
 * The claims of an access token, with the types that MicroProfile JWT 2.1 gives them: Java's own
 * for the claims that it lists, Jakarta JSON's for all others but strings.
 */
public final class TokenPrincipal {
  private static final Set<String> LISTED =
      Stream.of(Claims.values()).map(Claims::name).collect(Collectors.toUnmodifiableSet());

  private TokenPrincipal() {}

  /**
   * Reads a token that has been verified before; nothing is checked here.
   *
   * @param session what the token says; speaks for claims that are missing since the token has
   *     another format
   */
  public static JsonWebToken of(String token, Session session) {
    // not JwtClaims.parse, which makes doubles of decimals and refuses whole numbers above a long
    JwtClaims claims = new JwtClaims();
    claims.setClaim(Claims.sub.name(), session.userId().toString());
    claims.setClaim(Claims.upn.name(), session.userId().toString());
    claims.setClaim(Claims.groups.name(), List.copyOf(session.groups()));
    claims.setClaim(Claims.iat.name(), session.issuedAt().getEpochSecond());
    claims.setClaim(Claims.exp.name(), session.expiresAt().plusMillis(999).getEpochSecond());
    claims.setClaim(Claims.auth_time.name(), session.authenticatedAt().getEpochSecond());
    TokenPayload.of(token).forEach((name, value) -> claims.setClaim(name, typed(name, value)));
    return new DefaultJWTCallerPrincipal(token, "JWT", claims);
  }

  private static Object typed(String name, JsonValue value) {
    if (name.equals(Claims.groups.name())) {
      return value instanceof JsonArray roles ? strings(roles) : List.of();
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    if (!LISTED.contains(name)) {
      return value;
    }
    return switch (value.getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      case NUMBER -> number((JsonNumber) value);
      case ARRAY -> strings((JsonArray) value);
      default -> value;
    };
  }

  private static Object number(JsonNumber value) {
    return value.isIntegral() ? value.bigIntegerValue().longValue() : value;
  }

  private static List<String> strings(JsonArray values) {
    return values.stream()
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString())
        .toList();
  }
}
