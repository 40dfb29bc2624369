package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.demo.DemoJson.handle;
import static org.symbolon.demo.DemoJson.json;
import static org.symbolon.demo.DemoJson.login;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** One user's sessions on several devices. */
interface SessionsTests extends DemoTests {

  @Test
  default void revokes_one_of_the_users_sessions() throws Exception {
    browser().login(login("\"" + user() + "\""));
    HttpResponse<String> added = browser().post("api/sessions");
    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(Browser.setCookies(added)).isEmpty();
    String other = json(added).getString("handle");
    assertThat(browser().get("api/sessions").body()).contains(other, handle(browser()));

    assertThat(revoke(other).statusCode()).isEqualTo(204);
    assertThat(browser().get("api/sessions").body()).isEqualTo("[\"" + handle(browser()) + "\"]");
    assertThat(revoke(other).statusCode()).isEqualTo(400);
  }

  @Test
  default void revoking_the_session_at_hand_is_a_logout() throws Exception {
    browser().login(login("\"" + user() + "\""));
    HttpResponse<String> answer = revoke(handle(browser()));
    assertThat(answer.statusCode()).isEqualTo(204);
    DemoIT.assertCleared(answer);
    assertThat(browser().get("api/me").statusCode()).isEqualTo(401);
  }

  @Test
  default void nobody_revokes_the_session_of_another_user() throws Exception {
    Browser victim = new Browser();
    victim.login(login("\"other-" + user() + "\""));
    browser().login(login("\"" + user() + "\""));
    HttpResponse<String> answer = revoke(handle(victim));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("no such session");
    assertThat(victim.refresh().statusCode()).isEqualTo(200);
    assertThat(revoke("ABC").statusCode()).isEqualTo(400);
  }

  @Test
  default void revoking_needs_the_anti_csrf_token() throws Exception {
    browser().login(login("\"" + user() + "\""));
    String mine = handle(browser());
    browser().forgetAntiCsrf();
    assertThat(revoke(mine).statusCode()).isEqualTo(440);
    assertThat(browser().post("api/sessions").statusCode()).isEqualTo(440);
    assertThat(browser().get("api/me").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> revoke(String handle) throws Exception {
    return browser().send("DELETE", "api/sessions/" + handle, BodyPublishers.noBody());
  }
}
