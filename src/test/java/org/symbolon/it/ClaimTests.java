package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;

/** The application's claim validators, here {@link PaidUp}. */
interface ClaimTests extends Site {
  String OBJECTION =
      "{\"message\":\"invalid claim\",\"claimValidationErrors\":"
          + "[{\"id\":\"paid-up\",\"reason\":{\"message\":\"please pay\"}}]}";

  @Test
  default void a_session_that_a_validator_objects_to_is_403_with_the_reason() {
    Browser user = browser().loggedIn("alice", "unpaid");
    Answer answer = user.get("api/login");
    assertAnswer(answer).hasStatus(403).leavesTokensAlone();
    assertThat(answer.body()).isEqualTo(OBJECTION);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertAnswer(user.post("api/payment/invoice")).hasStatus(403);
  }

  @Test
  default void a_method_can_be_exempt_and_mend_the_claim_at_once() {
    Browser user = browser().loggedIn("alice", "unpaid");
    assertAnswer(user.post("api/payment/later")).saysOk("as you like");
    assertAnswer(user.post("api/payment")).saysOk("thank you");
    assertAnswer(user.get("api/login")).saysOk("alice");
  }

  @Test
  default void who_has_no_session_is_not_told_about_claims() {
    assertAnswer(browser().post("api/payment/invoice")).hasStatus(401).leavesTokensAlone();
  }

  @Test
  default void the_first_use_after_a_refresh_counts_also_if_a_validator_objects() {
    Browser user = browser().loggedIn("alice", "unpaid");
    user.refresh();
    assertAnswer(user.get("api/login")).hasStatus(403).renewsOnlyTheAccessToken();
  }

  @Test
  default void signing_out_is_always_possible() {
    Browser user = browser().loggedIn("alice", "unpaid");
    assertAnswer(user.post("api/signout")).saysOk("{\"status\":\"OK\"}").clearsTokens();
  }
}
