package org.symbolon.http;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.ClaimValidator;
import org.symbolon.Session;
import org.symbolon.http.transport.HttpAnswer;

/**
 * The validators that one secured method asks.
 *
 * @param validators in no particular order
 * @param status of the refusal
 */
public record ClaimCheck(List<ClaimValidator> validators, int status) {
  static final ClaimCheck NONE = new ClaimCheck(List.of(), 403);

  /** The refusal, or {@code null} if no validator objects. */
  public @Nullable HttpAnswer refusal(Session session) {
    JsonArrayBuilder objections = Json.createArrayBuilder();
    for (ClaimValidator validator : validators) {
      validator
          .objection(session)
          .ifPresent(
              reason ->
                  objections.add(
                      Json.createObjectBuilder().add("id", validator.id()).add("reason", reason)));
    }
    JsonArray errors = objections.build();
    return errors.isEmpty() ? null : refusal(errors);
  }

  private HttpAnswer refusal(JsonArray errors) {
    return HttpAnswer.json(
        status,
        Json.createObjectBuilder()
            .add("message", "invalid claim")
            .add("claimValidationErrors", errors)
            .build());
  }
}
