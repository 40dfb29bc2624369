package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A MySQL that is not there. */
@ExtendWith(ArquillianExtension.class)
class MySqlDownIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("mysqldown.war")
        .with(LoginResource.class)
        .config("symbolon.database.url", "jdbc:mysql://localhost:1/auth_session")
        .config("symbolon.database.user", "nobody")
        .config("symbolon.database.timeout", "PT1S")
        .config("symbolon.refresh-token.path", "/mysqldown/api/session/refresh")
        .build();
  }

  @ArquillianResource URL base;

  @Test
  void the_application_is_there_and_a_login_is_503_soon() {
    Browser browser = new Browser(base);
    assertAnswer(browser.get("api/login")).hasStatus(401).leavesTokensAlone();
    Instant begin = Instant.now();
    Answer answer = browser.post("api/login?user=alice");
    assertAnswer(answer).hasStatus(503).leavesTokensAlone().isNotStored();
    assertThat(answer.header("Retry-After")).matches("\\d+");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_visitor_without_a_session_is_answered_without_the_database() {
    Browser visitor = new Browser(base).sending("st-auth-mode", "cookie").sending("rid", "session");
    Answer answer = visitor.refresh();
    assertAnswer(answer).hasStatus(401).leavesTokensAlone();
    assertThat(answer.headers("front-token")).isEmpty();
    assertAnswer(visitor.get("api/login")).hasStatus(401);
    assertAnswer(new Browser(base).refresh()).hasStatus(401).leavesTokensAlone();
  }

  @Test
  void a_garbage_token_is_440_without_the_database() {
    Answer answer =
        new Browser(base).raw("GET", "api/login", "sIdRefreshToken=x; sAccessToken=a.b.c", "");
    assertAnswer(answer).hasStatus(440).leavesTokensAlone();
  }
}
