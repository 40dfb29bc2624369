package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URL;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.testing.HostileTokens;
import org.symbolon.testing.SilentDoor;

/** Hostile access tokens over HTTP, with the database there and gone. */
@ExtendWith(ArquillianExtension.class)
class TokenFloodIT {
  private static final DatabaseProcess DATABASE = new DatabaseProcess();

  @Deployment(testable = false)
  static WebArchive war() throws Exception {
    DATABASE.start();
    return LibraryWar.named("flood.war")
        .with(LoginResource.class)
        .config("symbolon.database.url", DATABASE.url())
        .config("symbolon.database.user", "sa")
        .config("symbolon.database.timeout", "PT1S")
        .config("symbolon.database.table.signing-key", "flood_key")
        .config("symbolon.database.table.refresh-tokens", "flood_tokens")
        .config("symbolon.access-token.algorithm", "ES256")
        .config("symbolon.refresh-token.path", "/flood/api/session/refresh")
        .build();
  }

  @ArquillianResource URL base;

  @AfterAll
  static void killDatabase() throws Exception {
    DATABASE.kill();
  }

  @Test
  void hostile_tokens_are_refused_and_a_user_notices_nothing_with_and_without_the_database()
      throws Exception {
    Browser user = new Browser(base).loggedIn("alice");
    assertAnswer(user.get("api/login")).saysOk("alice");
    String genuine = user.cookie(ACCESS);
    try (SilentDoor door = new SilentDoor()) {
      Map<String, List<String>> hostile =
          HostileTokens.of(genuine, door.address(), List.of(publicKey(user)));
      Map<Integer, Integer> with = flood(user, hostile);
      assertThat(with.keySet()).as("with the database").isSubsetOf(400, 413, 414, 431, 440);
      DATABASE.kill();
      Map<Integer, Integer> without = flood(user, hostile);
      assertThat(without.keySet()).as("without").isSubsetOf(400, 413, 414, 431, 440, 503);
      assertThat(door.calls()).isZero();
      System.out.println("flood over HTTP, by status: " + with + ", database down: " + without);
    }
  }

  private Map<Integer, Integer> flood(Browser user, Map<String, List<String>> hostile) {
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (Map.Entry<String, List<String>> kind : hostile.entrySet()) {
      for (String token : kind.getValue()) {
        if (token.length() < 6000 && token.matches("[\\w.=%{}-]+")) {
          Answer answer =
              user.raw("GET", "api/login", ID_REFRESH + "=x; " + ACCESS + "=" + token, "");
          statuses.merge(answer.status(), 1, Integer::sum);
          assertAnswer(answer).leavesTokensAlone();
        }
      }
      assertAnswer(user.get("api/login")).as(kind.getKey()).saysOk("alice");
    }
    String large = "a".repeat(20_000);
    for (String token : List.of(large, large + "." + large + "." + large)) {
      Answer answer = user.raw("GET", "api/login", ID_REFRESH + "=x; " + ACCESS + "=" + token, "");
      statuses.merge(answer.status(), 1, Integer::sum);
    }
    assertAnswer(user.get("api/login")).saysOk("alice");
    return statuses;
  }

  private static PublicKey publicKey(Browser user) throws Exception {
    String document = user.get("api/session/jwks.json").body();
    return JWKSet.parse(document).getKeys().get(0).toECKey().toECPublicKey();
  }
}
