package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.demo.DemoJson.handle;
import static org.symbolon.demo.DemoJson.json;
import static org.symbolon.demo.DemoJson.login;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo's thief, who must be found in each of the scenes. */
interface ThiefTests extends DemoTests {
  /** More than one and a half leeways, by far. */
  long APART_MILLIS = 4000;

  long SLOT_MILLIS = 1000;

  @Test
  default void a_thief_who_is_first_is_found_when_the_owner_comes() throws Exception {
    browser().login(login("\"" + user() + "\""));
    String handle = handle(browser());
    String thief = copy();
    JsonObject accepted = act(thief, "refresh");
    assertThat(accepted.getString("outcome")).isEqualTo("accepted");
    assertThat(accepted.getString("userId")).isEqualTo(user());
    assertThat(accepted.getInt("generation")).isEqualTo(1);
    assertThat(act(thief, "read").getString("outcome")).isEqualTo("accepted");
    assertThat(server().log()).doesNotContain("TheftDetected[handle=" + handle);

    Thread.sleep(APART_MILLIS);
    HttpResponse<String> refused = browser().refresh();
    assertThat(refused.statusCode()).isEqualTo(401);
    DemoIT.assertCleared(refused);
    assertThat(server().log()).contains("TheftDetected[handle=" + handle);
    assertThat(act(thief, "refresh").getString("outcome")).isEqualTo("unauthorised");
  }

  @Test
  default void a_thief_who_is_late_is_found_at_once() throws Exception {
    browser().login(login("\"" + user() + "\""));
    String handle = handle(browser());
    String thief = copy();
    browser().refresh();
    assertThat(browser().get("api/me").statusCode()).isEqualTo(200);

    Thread.sleep(APART_MILLIS);
    assertThat(act(thief, "refresh")).isEqualTo(json("{\"outcome\":\"theft detected\"}"));
    assertThat(act(thief, "read").getString("outcome")).isEqualTo("no access token");
    assertThat(server().log()).contains("TheftDetected[handle=" + handle);
    assertThat(browser().refresh().statusCode()).isEqualTo(401);
    assertThat(browser().get("api/me").statusCode()).isEqualTo(401);
  }

  @Test
  default void a_thief_who_polls_is_counted_out() throws Exception {
    browser().login(login("\"" + user() + "\""));
    String thief = copy();
    List<String> outcomes = new ArrayList<>();
    do {
      outcomes.add(act(thief, "poll").getString("outcome"));
      Thread.sleep(SLOT_MILLIS + 50);
    } while (outcomes.size() < 20 && outcomes.get(outcomes.size() - 1).equals("accepted"));
    assertThat(outcomes)
        .containsExactly(
            "accepted", "accepted", "accepted", "accepted", "accepted", "theft detected");
    assertThat(browser().refresh().statusCode()).isEqualTo(401);
  }

  @Test
  default void copying_changes_nothing_and_shows_no_token() throws Exception {
    browser().login(login("\"" + user() + "\""));
    HttpResponse<String> answer = browser().post("api/session/refresh/copy");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Browser.setCookies(answer)).isEmpty();
    assertThat(json(answer).keySet()).containsExactlyInAnyOrder("thief", "generation");
    assertThat(answer.body()).doesNotContain(browser().cookie(Browser.REFRESH));
    String thief = json(answer).getString("thief");
    assertThat(act(thief, "refresh").keySet())
        .containsExactlyInAnyOrder("outcome", "userId", "handle", "generation", "expiresAt");
    assertThat(browser().refresh().statusCode()).isEqualTo(200);
  }

  @Test
  default void there_is_nothing_to_copy_without_a_session() throws Exception {
    HttpResponse<String> answer = browser().post("api/session/refresh/copy");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("log in first");
    for (String what : List.of("refresh", "poll", "read")) {
      HttpResponse<String> nobody = browser().post("api/thief/nobody/" + what);
      assertThat(nobody.statusCode()).isEqualTo(400);
      assertThat(nobody.body()).contains("no such thief");
    }
  }

  private String copy() throws Exception {
    return json(browser().post("api/session/refresh/copy")).getString("thief");
  }

  /** From another machine, so to speak: without the owner's cookies. */
  private static JsonObject act(String thief, String what) throws Exception {
    HttpResponse<String> answer = new Browser().post("api/thief/" + thief + "/" + what);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }
}
