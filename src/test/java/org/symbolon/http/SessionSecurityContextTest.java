package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionTokens;
import org.symbolon.UserId;
import org.symbolon.test.SessionsInMemory;

class SessionSecurityContextTest {
  private final SessionTokens tokens =
      SessionsInMemory.start()
          .manager()
          .create(
              UserId.of(42),
              Json.createObjectBuilder()
                  .add("groups", Json.createArrayBuilder().add("admin"))
                  .build(),
              null);

  @Test
  void who_asks_again_gets_the_same_principal() {
    SessionSecurityContext security = context(tokens.accessToken().value());
    assertThat(security.getUserPrincipal())
        .isSameAs(security.getUserPrincipal())
        .extracting("name")
        .isEqualTo("42");
  }

  @Test
  void the_token_is_read_only_for_who_asks_for_the_principal() {
    SessionSecurityContext security = context("not a token");
    assertThat(security.isUserInRole("admin")).isTrue();
    assertThatThrownBy(security::getUserPrincipal).isInstanceOf(RuntimeException.class);
  }

  private SessionSecurityContext context(String token) {
    return new SessionSecurityContext(tokens.session(), token, null);
  }
}
