package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionException;
import org.symbolon.SessionTokens;
import org.symbolon.UserId;
import org.symbolon.testing.TestNode;

/** Two applications in one JVM that find the same H2, as on Payara, and have nothing configured. */
class EmbeddedDatabaseTest {
  private static final Map<String, String> PATIENT = Map.of("symbolon.database.timeout", "PT1M");

  @Test
  void one_application_does_not_accept_the_sessions_of_another() {
    try (TestNode one = new TestNode(PATIENT, InstantSource.system());
        TestNode other = new TestNode(PATIENT, InstantSource.system())) {
      SessionTokens tokens = one.manager.create(UserId.of("alice"), null, null);
      String accessToken = tokens.accessToken().value();
      assertThat(one.manager.verify(accessToken, AntiCsrfCheck.skip()).session().userId())
          .isEqualTo(UserId.of("alice"));
      assertThatThrownBy(() -> other.manager.verify(accessToken, AntiCsrfCheck.skip()))
          .isInstanceOf(SessionException.class);
      assertThatThrownBy(() -> other.manager.refresh(List.of(tokens.refreshToken().value())))
          .isInstanceOf(SessionException.class);
      assertThat(other.manager.handles(UserId.of("alice"))).isEmpty();
    }
  }

  @Test
  void it_goes_with_the_application() throws Exception {
    String url;
    try (TestNode node = new TestNode(PATIENT, InstantSource.system())) {
      node.manager.create(UserId.of("alice"), null, null);
      url = node.config.database().url() + ";IFEXISTS=TRUE";
      DriverManager.getConnection(url, "sa", "").close();
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url, "sa", ""))
        .hasMessageContaining("not found");
  }
}
