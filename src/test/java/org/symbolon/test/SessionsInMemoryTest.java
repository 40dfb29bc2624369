package org.symbolon.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionEvent;
import org.symbolon.SessionRejectedException;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;

class SessionsInMemoryTest {
  private static final UserId ALICE = UserId.of("alice");
  private static final JsonObject ADMIN =
      Json.createObjectBuilder().add("groups", Json.createArrayBuilder().add("admin")).build();

  private final SessionsInMemory sessions = SessionsInMemory.start();

  @Test
  void nobody_is_logged_in_at_first() {
    FakeCurrentSession current = sessions.currentSession();
    assertThat(current.find()).isEmpty();
    assertThat(current.isAccepted()).isFalse();
    assertThatThrownBy(current::get).isInstanceOf(UnauthorisedException.class);
    assertThatThrownBy(current::info).isInstanceOf(UnauthorisedException.class);
    assertThatThrownBy(current::revokeAll).isInstanceOf(UnauthorisedException.class);
    current.revoke();
  }

  @Test
  void a_user_can_be_logged_in_with_roles() {
    FakeCurrentSession current = sessions.currentSession(ALICE, ADMIN);
    assertThat(current.get().userId()).isEqualTo(ALICE);
    assertThat(current.get().groups()).containsExactly("admin");
    assertThat(current.isAccepted()).isTrue();
    assertThat(sessions.manager().handles(ALICE)).containsExactly(current.get().handle());
  }

  @Test
  void payload_and_info_change_as_in_a_request() {
    FakeCurrentSession current = sessions.currentSession(ALICE, null);
    current.replacePayload(ADMIN);
    current.replaceInfo(JsonValue.TRUE);
    assertThat(current.get().groups()).containsExactly("admin");
    assertThat(current.info()).isEqualTo(JsonValue.TRUE);
    assertThat(sessions.manager().payload(current.get().handle())).isEqualTo(ADMIN);
    assertThat(current.isAccepted()).isTrue();
  }

  @Test
  void a_second_login_ends_the_first_and_a_logout_the_second() {
    FakeCurrentSession current = sessions.currentSession(ALICE, null);
    var first = current.get().handle();
    current.create(ALICE, null, null);
    assertThat(sessions.manager().handles(ALICE)).doesNotContain(first).hasSize(1);
    current.revoke();
    assertThat(current.find()).isEmpty();
    assertThat(current.issued()).isNull();
    assertThat(sessions.manager().handles(ALICE)).isEmpty();
    assertThat(sessions.events())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Created", "Created", "Revoked", "Revoked");
  }

  @Test
  void a_logout_everywhere_ends_all() {
    FakeCurrentSession phone = sessions.currentSession(ALICE, null);
    FakeCurrentSession laptop = sessions.currentSession(ALICE, null);
    phone.revokeAll();
    assertThat(sessions.manager().handles(ALICE)).isEmpty();
    assertThatThrownBy(laptop::info).isInstanceOf(UnauthorisedException.class);
  }

  @Test
  void time_goes_by_when_told_to() {
    FakeCurrentSession current = sessions.currentSession(ALICE, null);
    sessions.advance(Duration.ofMinutes(59));
    assertThat(current.isAccepted()).isTrue();
    sessions.advance(Duration.ofMinutes(2));
    assertThat(current.isAccepted()).isFalse();
  }

  @Test
  void theft_is_detected_as_on_a_server() {
    SessionTokens login = sessions.manager().create(ALICE, null, null);
    SessionTokens next = sessions.manager().refresh(login.refreshToken().value());
    sessions.advance(Duration.ofMinutes(1));
    sessions.manager().refresh(next.refreshToken().value());
    sessions.advance(Duration.ofMinutes(1));
    assertThatThrownBy(() -> sessions.manager().refresh(login.refreshToken().value()))
        .isInstanceOf(TokenTheftDetectedException.class);
    assertThat(sessions.events()).hasAtLeastOneElementOfType(SessionEvent.TheftDetected.class);
  }

  @Test
  void properties_are_checked_as_on_a_server() {
    assertThat(
            SessionsInMemory.start(Map.of("symbolon.anti-csrf", "false"))
                .currentSession(ALICE, null)
                .issued()
                .antiCsrfToken())
        .isNull();
    assertThatThrownBy(() -> SessionsInMemory.start(Map.of("symbolon.anti-csrf", "maybe")))
        .hasMessageContaining("symbolon.anti-csrf = maybe");
    assertThatThrownBy(() -> sessions.currentSession(UserId.of(" alice"), null))
        .isInstanceOf(SessionRejectedException.class);
  }
}
