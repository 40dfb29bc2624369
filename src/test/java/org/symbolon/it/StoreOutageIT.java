package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application whose database comes late, goes, and comes back. */
@ExtendWith(ArquillianExtension.class)
class StoreOutageIT implements Site {
  private static final DatabaseProcess DATABASE = new DatabaseProcess();

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("outage.war")
        .with(LoginResource.class, OptionalResources.class)
        .config("symbolon.database.url", DATABASE.url())
        .config("symbolon.database.user", "sa")
        .config("symbolon.access-token.algorithm", "ES256")
        .config("symbolon.database.timeout", "PT1S")
        .config("symbolon.refresh-token.path", "/outage/api/session/refresh")
        .build();
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }

  @AfterAll
  static void killDatabase() throws Exception {
    DATABASE.kill();
  }

  @Test
  void an_application_starts_without_its_database_serves_what_it_can_and_recovers()
      throws Exception {
    isUnavailable(() -> browser().post("api/login?user=alice"));
    isUnavailable(() -> browser().get("api/session/jwks.json"));

    DATABASE.start();
    Browser plain = new Browser(base);
    assertAnswer(eventually(200, () -> plain.post("api/login?user=alice"))).issuesTokens();
    Browser refreshed = browser().loggedIn("bob");
    refreshed.refresh();
    String publicKeys = browser().get("api/session/jwks.json").body();
    assertThat(publicKeys).contains("\"keys\"");

    DATABASE.kill();
    assertAnswer(browser().get("api/session/jwks.json")).saysOk(publicKeys);
    assertAnswer(plain.get("api/login")).saysOk("alice").leavesTokensAlone();
    isUnavailable(plain::refresh);
    isUnavailable(() -> refreshed.get("api/login"));
    isUnavailable(() -> refreshed.get("api/optional"));
    isUnavailable(refreshed::refresh);
    isUnavailable(() -> browser().post("api/login?user=carol"));

    DATABASE.start();
    assertAnswer(eventually(200, () -> refreshed.get("api/login"))).saysOk("bob");
    assertAnswer(eventually(200, refreshed::refresh)).issuesTokens();
  }

  private static void isUnavailable(Supplier<Answer> call) {
    Instant begin = Instant.now();
    Answer answer = call.get();
    assertAnswer(answer).hasStatus(503).leavesTokensAlone();
    assertThat(answer.header("Retry-After")).matches("\\d+");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  /** The pool may need a moment to notice. */
  private static Answer eventually(int status, Supplier<Answer> call) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(20);
    Answer answer = call.get();
    while (answer.status() != status && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      answer = call.get();
    }
    return answer;
  }
}
