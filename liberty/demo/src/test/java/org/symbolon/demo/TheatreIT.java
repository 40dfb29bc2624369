package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's page in a real browser, on its own configuration; each scene is played. */
class TheatreIT implements PanelTests, ClientPagesTests {
  private static DemoServer server;
  private static Chromium chromium;

  private final String user = "alice-" + UUID.randomUUID().toString().substring(0, 4);
  private final BrowserContext visitor = chromium.user();
  private final List<Theatre> tabs = new ArrayList<>();
  private final Theatre theatre = opened(Theatre.open(visitor));

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.launch();
    server = DemoServer.start(Map.of());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private Theatre opened(Theatre tab) {
    tabs.add(tab);
    return tab;
  }

  @Override
  public Theatre tab() {
    return opened(new Theatre(visitor.newPage()));
  }

  @Override
  public Theatre theatre() {
    return theatre;
  }

  @Override
  public String user() {
    return user;
  }

  @AfterEach
  void nothing_is_amiss_behind_the_scenes() {
    for (Theatre tab : tabs) {
      assertThat(tab.faults()).isEmpty();
      assertThat(tab.overflow()).isNotPositive();
    }
    visitor.close();
  }

  @Test
  void an_expired_access_token_is_refreshed_in_silence() {
    theatre.login(user);
    String handle = theatre.handle();
    theatre.play("silent");
    theatre.await("#stage [data-verdict=good]");
    assertThat(theatre.stage())
        .containsExactly(
            "You: GET me → 200",
            "You: GET me → 440 try refresh",
            "You: refresh with token 0 → 200 token 1",
            "You: GET me → 200");
    assertThat(theatre.text("#generation")).isEqualTo("token 1");
    assertThat(theatre.text("#wire")).contains("440 try refresh", "200 new tokens");
    assertThat(theatre.events(handle, "Promoted"))
        .containsExactly("Created", "Refreshed", "Promoted");
    theatre.shoot("silent");
  }

  @Test
  void two_tabs_with_ten_calls_each_refresh_once_and_raise_no_alarm() {
    theatre.login(user);
    String handle = theatre.handle();
    theatre.choose("tabs");
    Page popup = visitor.waitForPage(() -> theatre.page.click("#second-tab"));
    Theatre second = opened(new Theatre(popup));
    second.await("#feed.alive");
    for (Theatre pressed : List.of(theatre, second)) {
      int before = theatre.refreshes() + second.refreshes();
      pressed.page.click("#play");
      assertThat(pressed.await("#stage [data-verdict]").innerText())
          .startsWith("2 tabs, 20 calls, 1 refresh, no alarm.");
      assertThat(theatre.refreshes() + second.refreshes() - before).isOne();
    }
    assertThat(theatre.events(handle, "Promoted")).doesNotContain("TheftDetected", "Revoked");
    theatre.shoot("tabs");
  }

  @Test
  void a_lost_answer_is_forgiven() {
    theatre.login(user);
    String handle = theatre.handle();
    theatre.play("lost");
    theatre.await("#stage [data-verdict=good]");
    assertThat(theatre.stage())
        .containsExactly(
            "You: GET me → 200",
            "You: GET me → 440 try refresh",
            "You: refresh with token 0 → 504 lost",
            "You: GET me → 440 try refresh",
            "You: refresh with token 0 → 200 token 1",
            "You: GET me → 200");
    assertThat(theatre.events(handle, "Promoted"))
        .containsExactly("Created", "Refreshed", "Refreshed", "Promoted");
    theatre.shoot("lost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"early", "late", "poll"})
  void a_thief_is_found_and_the_session_ended(String scene) {
    theatre.login(user);
    String handle = theatre.handle();
    theatre.play(scene);
    assertThat(theatre.await("#alarm[data-out=true]").innerText())
        .contains("Theft detected", "What " + user + " is told");
    assertThat(theatre.text("#state")).isEqualTo("No session");
    assertThat(visitor.cookies())
        .extracting(cookie -> cookie.name)
        .doesNotContain("sAccessToken", "sRefreshToken", "sIdRefreshToken");
    assertThat(theatre.events(handle, "Revoked")).endsWith("TheftDetected", "Revoked");
    assertThat(theatre.stage())
        .contains(expected(scene))
        .last()
        .asString()
        .endsWith("→ 401 log in");
    assertThat(theatre.text("#stage")).contains("the server detects the theft");
    theatre.shoot("theft-" + scene);
  }

  private static String[] expected(String scene) {
    return switch (scene) {
      case "early" ->
          new String[] {
            "Thief: refresh with token 0 → 200 token 1", "You: refresh with token 0 → 401 log in"
          };
      case "late" ->
          new String[] {
            "You: refresh with token 0 → 200 token 1", "Thief: refresh with token 0 → 401 log in"
          };
      default ->
          new String[] {
            "Thief: refresh with token 0× 5 → 200 token 1",
            "Thief: refresh with token 0 → 401 log in"
          };
    };
  }

  @Test
  void a_thief_can_be_played_by_hand() {
    theatre.login(user);
    theatre.press("Copy your refresh token");
    theatre.press("Thief refreshes now");
    theatre.await("#stage .line.thief[data-kind=fooled]");
    theatre.press("Thief reads as you");
    theatre.await("#stage .chip:text-is('200 " + user + "')");
    theatre.page.waitForTimeout(4000); // more than one and a half leeways
    theatre.press("Refresh now");
    theatre.await("#alarm[data-out=true]");
    theatre.press("Thief refreshes now");
    theatre.await("#stage .line.thief[data-kind=bad]");
  }

  @Test
  void fits_a_small_phone() {
    theatre.width(360);
    assertThat(theatre.overflow()).isNotPositive();
    theatre.page.click("#login summary");
    theatre.page.fill("[name=payload]", "{\"" + "x".repeat(200) + "\": 1}");
    theatre.login("w".repeat(100));
    theatre.page.click("#tokens summary");
    theatre.press("Log in on another device");
    theatre.press("Who am I?");
    theatre.await("#answer pre");
    assertThat(theatre.overflow()).isNotPositive();
    theatre.play("late");
    theatre.await("#alarm:visible");
    assertThat(theatre.overflow()).isNotPositive();
  }
}
