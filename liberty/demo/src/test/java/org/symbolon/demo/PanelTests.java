package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The panels around the stage: login and tokens, calls, devices. {@link TheatreIT} runs them. */
interface PanelTests {
  Theatre theatre();

  /** Nobody else has this id. */
  String user();

  @Test
  default void shows_the_session_and_its_tokens() {
    assertThat(theatre().text("#state")).isEqualTo("No session");
    theatre().shoot("start");
    theatre().page.click("#login summary");
    theatre().page.fill("[name=roles]", "admin, user");
    theatre().page.fill("[name=payload]", "{\"name\": \"Zoë\", \"big\": 12345678901234567890}");
    theatre().login(user());
    assertThat(theatre().text("#state")).isEqualTo("Logged in as " + user());
    assertThat(theatre().text("#generation")).isEqualTo("token 0");
    assertThat(theatre().text("#access-left")).matches("expires in (20|1\\d) s");
    assertThat(theatre().text("#claims"))
        .contains(
            user(),
            theatre().handle().substring(0, 8),
            "admin, user",
            "Zoë",
            "12345678901234567890");
    assertThat((double) theatre().page.evaluate("document.getElementById('access-bar').value"))
        .isBetween(0.4, 1.0);
    theatre().await("#events [data-event=Created]");
    theatre().shoot("session");
  }

  @Test
  default void says_why_a_login_is_refused() {
    theatre().page.selectOption("[name=kind]", "number");
    theatre().page.fill("#login [name=user]", "1.5");
    theatre().press("Log in");
    assertThat(theatre().await("#login-error:not(:empty)").innerText()).contains("400", "whole");
    assertThat(theatre().text("#state")).isEqualTo("No session");
    theatre().login("-5");
    assertThat(theatre().text("#state")).isEqualTo("Logged in as -5");
  }

  @Test
  default void calls_protected_resources() {
    assertThat(answer("Who am I?")).startsWith("GET api/me 401");
    theatre().login(user());
    assertThat(answer("Who am I?")).startsWith("GET api/me 200").contains(user());
    assertThat(answer("Like")).startsWith("POST api/like 200").contains("likes");
    assertThat(answer("Admin only")).startsWith("GET api/admin 403");
    assertThat(answer("Public")).startsWith("GET api/public 200");
  }

  @Test
  default void changes_payload_and_session_info() {
    theatre().login(user());
    assertThat(answer("Read info")).startsWith("GET api/info 204");
    assertThat(answer("Write payload")).startsWith("PUT api/payload 204");
    theatre().await("#claims dd:text-is('admin')");
    assertThat(answer("Admin only")).startsWith("GET api/admin 200");
    theatre().page.fill("#json", "[1.10, \"Ω\"]");
    assertThat(answer("Write info")).startsWith("PUT api/info 204");
    assertThat(answer("Read info")).startsWith("GET api/info 200").contains("[1.10,\"Ω\"]");
    theatre().page.fill("#json", "{broken");
    assertThat(answer("Write info")).startsWith("PUT api/info 400").contains("not JSON");
  }

  /** Presses a button, and waits for what the page then shows. */
  private String answer(String button) {
    theatre().page.evaluate("document.getElementById('answer').replaceChildren()");
    theatre().press(button);
    theatre().await("#answer pre");
    return theatre().text("#answer");
  }

  @Test
  default void lists_the_sessions_and_revokes_them() {
    theatre().login(user());
    String mine = theatre().handle();
    theatre().press("Log in on another device");
    Locator other = theatre().await("#sessions li[data-handle]:not([data-handle='" + mine + "'])");
    assertThat(theatre().text("#sessions li[data-handle='" + mine + "']")).contains("this browser");
    theatre().shoot("devices");
    other.locator("button").click();
    other.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    theatre().page.locator("#sessions li[data-handle] button").click();
    theatre().await("#login:visible");
    assertThat(theatre().text("#state")).isEqualTo("No session");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Log out", "Log out everywhere"})
  default void logs_out(String button) {
    theatre().login(user());
    theatre().press(button);
    theatre().await("#login:visible");
    assertThat(theatre().text("#state")).isEqualTo("No session");
    assertThat(answer("Who am I?")).startsWith("GET api/me 401");
  }
}
