package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.test.SessionsInMemory;

/** Resources without a server: what an application's own unit tests may look like. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class ResourcesTest {
  private static final UserId ALICE = UserId.of("alice");
  private static final JsonObject ADMIN =
      Json.createObjectBuilder().add("groups", Json.createArrayBuilder().add("admin")).build();

  private final SessionsInMemory sessions = SessionsInMemory.start();

  @Test
  void me_shows_user_and_payload() {
    MeResource me = new MeResource();
    me.current = sessions.currentSession(ALICE, ADMIN);
    assertThat(me.me().asJsonObject().getString("userId")).isEqualTo("alice");
    assertThat(me.me().asJsonObject().getJsonObject("payload")).isEqualTo(ADMIN);
    me.current = sessions.currentSession();
    assertThatThrownBy(me::me).isInstanceOf(UnauthorisedException.class);
  }

  @Test
  void login_creates_a_session_and_logout_everywhere_ends_all() {
    LoginResource login = new LoginResource();
    login.current = sessions.currentSession();
    login.login(Json.createObjectBuilder().add("user", "alice").add("info", "phone").build());
    assertThat(login.current.info()).isEqualTo(Json.createValue("phone"));
    sessions.currentSession(ALICE, null);
    assertThat(sessions.manager().handles(ALICE)).hasSize(2);

    LogoutResource logout = new LogoutResource();
    logout.current = login.current;
    logout.logoutEverywhere();
    assertThat(sessions.manager().handles(ALICE)).isEmpty();
  }
}
