package org.symbolon.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.UserId;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

class SessionMintTest {
  private static final UserId ALICE = UserId.of("alice");

  @Test
  void what_is_minted_is_as_good_as_the_server_s_own() {
    Map<String, String> database = TestServer.H2.freshDatabase();
    try (TestNode server = new TestNode(database, InstantSource.system());
        SessionMint mint = SessionMint.open(database)) {
      MintedSession minted = mint.mint(ALICE, null, null);
      assertThat(
              server
                  .manager
                  .verify(
                      minted.cookies().get("sAccessToken"),
                      AntiCsrfCheck.require(minted.antiCsrf()))
                  .session())
          .isEqualTo(minted.session());
      assertThat(server.manager.refresh(minted.cookies().get("sRefreshToken")).session().handle())
          .isEqualTo(minted.session().handle());
      assertThat(minted.cookieHeader())
          .matches("sAccessToken=[\\w.-]+; sIdRefreshToken=[\\w-]+")
          .contains(minted.cookies().get("sAccessToken"));
      assertThat(minted.refreshCookieHeader()).startsWith("sRefreshToken=");
      assertThat(minted.toString()).doesNotContain(minted.cookies().get("sRefreshToken"));
    }
  }

  @Test
  void a_mint_without_the_server_s_database_is_refused() {
    assertThatThrownBy(() -> SessionMint.open(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("symbolon.database.url");
  }
}
