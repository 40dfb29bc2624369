package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application with blacklisting, and with ES256. */
@ExtendWith(ArquillianExtension.class)
class BlacklistingIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("blacklisting.war")
        .with(LoginResource.class, SessionResource.class)
        .config("symbolon.access-token.blacklisting", "true")
        .config("symbolon.access-token.algorithm", "ES256")
        .config("symbolon.refresh-token.path", "/blacklisting/api/session/refresh")
        .build();
  }

  @ArquillianResource URL base;

  @Test
  void a_session_ended_by_logout_is_refused_at_the_next_request_and_its_cookies_are_cleared() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.get("api/login")).saysOk("alice").leavesTokensAlone();
    Browser copy = user.twin();
    assertAnswer(user.call("DELETE", "api/login")).hasStatus(204).clearsTokens();
    assertAnswer(copy.get("api/login")).hasStatus(401).clearsTokens();
  }

  @Test
  void a_session_ended_by_an_administrator_is_refused_at_the_next_request() {
    Browser user = browser().loggedIn("ended");
    user.refresh();
    assertAnswer(user.get("api/login")).saysOk("ended").renewsOnlyTheAccessToken();
    assertAnswer(user.get("api/login")).saysOk("ended").leavesTokensAlone();
    Browser copy = user.twin();
    assertAnswer(browser().post("api/session-data/end?user=ended")).saysOk("1");
    assertAnswer(user.get("api/login")).hasStatus(401).clearsTokens();
    assertAnswer(copy.post("api/session-data/groups?groups=admin")).hasStatus(401).clearsTokens();
  }

  /** A revoked session's cookie, left over beside one that may go on, must not end that one. */
  @Test
  void of_two_access_tokens_the_one_that_may_go_on_decides() {
    Browser ended = browser().loggedIn("left-over");
    String revoked = ended.cookie(ACCESS);
    assertAnswer(ended.call("DELETE", "api/login")).hasStatus(204);
    Browser user = browser().loggedIn("alice");
    String valid = user.cookie(ACCESS);
    for (String cookies : new String[] {valid + ";" + revoked, revoked + ";" + valid}) {
      assertAnswer(get(cookies)).saysOk("alice").leavesTokensAlone();
    }
    String expired = "unknown";
    for (String cookies : new String[] {expired + ";" + revoked, revoked + ";" + expired}) {
      assertAnswer(get(cookies)).hasStatus(440).leavesTokensAlone();
    }
    assertAnswer(get(revoked)).hasStatus(401).clearsTokens();
  }

  @Test
  void the_token_is_signed_with_es256_and_checked_by_its_mac() {
    Browser user = browser().loggedIn("alice");
    String[] parts = user.cookie(ACCESS).split("\\.", -1);
    assertThat(Forgery.decoded(parts[0]))
        .matches(
            "\\{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"access-es256-\\d+-[0-9a-f]{16}\","
                + "\"org\\.symbolon\\.mac\":\"[A-Za-z0-9_-]{43}\"}");
    String forged = parts[0].substring(0, parts[0].length() - 10) + "A".repeat(10);
    assertAnswer(get(forged + "." + parts[1] + "." + parts[2])).hasStatus(440).leavesTokensAlone();
  }

  private Answer get(String accessTokens) {
    String cookies = ID_REFRESH + "=x";
    for (String token : accessTokens.split(";", -1)) {
      cookies += "; " + ACCESS + "=" + token;
    }
    return browser().raw("GET", "api/login", cookies, "");
  }

  private Browser browser() {
    return new Browser(base);
  }
}
