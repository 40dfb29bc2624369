package org.symbolon.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.symbolon.ClaimValidator;
import org.symbolon.Session;

/**
 * An example: whoever has a reason in the payload's member {@code hold}, such as {@code {"hold":
 * "please confirm your address"}}, is let in nowhere but where the payload can be changed.
 */
@ApplicationScoped
public class NotOnHold implements ClaimValidator {

  @Override
  public String id() {
    return "not-on-hold";
  }

  @Override
  public Optional<JsonValue> objection(Session session) {
    return session.payload() instanceof JsonObject claims
        ? Optional.ofNullable(claims.get("hold"))
        : Optional.empty();
  }
}
