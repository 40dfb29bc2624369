package org.symbolon.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.symbolon.ClaimValidator;
import org.symbolon.Session;

/** Objects to users of the group {@code unpaid}. */
@ApplicationScoped
public class PaidUp implements ClaimValidator {

  @Override
  public String id() {
    return "paid-up";
  }

  @Override
  public Optional<JsonValue> objection(Session session) {
    return session.payload() instanceof JsonObject claims
            && claims.getJsonArray("groups").contains(Json.createValue("unpaid"))
        ? Optional.of(Json.createObjectBuilder().add("message", "please pay").build())
        : Optional.empty();
  }
}
