package org.symbolon.token;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The roles in a payload.
 *
 * @param isLifted whether there are any: {@code groups} is among the configured claims
 */
public record Groups(boolean isLifted) {
  /** The payload's member, and the claim of that name. */
  static final String MEMBER = "groups";

  /** With the configured claims. */
  public static Groups in(List<String> claims) {
    return new Groups(claims.contains(MEMBER));
  }

  /** The strings of the payload's array {@code groups}. */
  public Set<String> of(@Nullable JsonValue payload) {
    return payload instanceof JsonObject object ? claimed(object.get(MEMBER)) : Set.of();
  }

  /** The strings of such an array. */
  Set<String> claimed(@Nullable JsonValue array) {
    return isLifted ? AccessClaims.strings(array) : Set.of();
  }
}
