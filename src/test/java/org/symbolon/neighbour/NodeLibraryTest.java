package org.symbolon.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.testing.NodeLibrary;

/** The Node library by itself: that the tests talk to the real thing and understand its answers. */
class NodeLibraryTest {
  private static final UserId ALICE = UserId.of("alice");
  private static final Map<String, String> DATABASE = Neighbours.freshDatabase();
  private static final NodeLibrary NODE = new NodeLibrary(DATABASE);

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void a_session_lives_from_login_to_logout() {
    SessionTokens login = NODE.create(ALICE, Json.createValue("p"), JsonValue.NULL);
    assertThat(NODE.info(login.session().handle())).isEqualTo(JsonValue.NULL);
    NODE.replaceInfo(login.session().handle(), null);
    assertThat(NODE.info(login.session().handle())).isNull();
    assertThat(NODE.handles(ALICE)).containsExactly(login.session().handle());
    assertThat(NODE.verify(login.accessToken().value(), AntiCsrfCheck.skip()).replacement())
        .isNull();
    SessionTokens child = NODE.refresh(login.refreshToken().value());
    assertThat(child.session().payload()).isEqualTo(Json.createValue("p"));
    assertThat(
            NODE.verify(child.accessToken().value(), AntiCsrfCheck.require(child.antiCsrfToken()))
                .replacement())
        .isNotNull();
    assertThat(NODE.revoke(login.session())).isTrue();
    assertThat(NODE.revoke(login.session())).isFalse();
  }

  @Test
  void its_errors_are_told_apart() {
    SessionTokens login = NODE.create(UserId.of(5), null, null);
    assertThatThrownBy(
            () -> NODE.verify(login.accessToken().value(), AntiCsrfCheck.require("another")))
        .isInstanceOf(TryRefreshTokenException.class);
    NODE.refresh(NODE.refresh(login.refreshToken().value()).refreshToken().value());
    assertThatThrownBy(() -> NODE.refresh(login.refreshToken().value()))
        .isInstanceOfSatisfying(
            TokenTheftDetectedException.class,
            theft -> {
              assertThat(theft.userId()).isEqualTo(UserId.of(5));
              assertThat(theft.handle()).isEqualTo(login.session().handle());
            });
    assertThat(NODE.revokeAll(UserId.of(5))).containsExactly(login.session().handle());
    assertThatThrownBy(() -> NODE.refresh(login.refreshToken().value()))
        .isInstanceOf(UnauthorisedException.class);
    assertThatThrownBy(() -> NODE.create(UserId.of("{\"i\":5}"), null, null))
        .isInstanceOf(IllegalStateException.class);
  }
}
