package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SameSiteAttribute;
import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.UserId;
import org.symbolon.test.MintedSession;
import org.symbolon.test.SessionMint;

/** Settings and database from the environment; access tokens that end while one looks on. */
class RoundTripIT {
  private static final long VALIDITY_MILLIS = 4000;
  private static final long LEEWAY_MILLIS = 500;

  /** For this test only, as {@code openssl rand -base64 32} makes them. */
  private static final String ENCRYPTION_KEY = "q7jU3xhYcTzN0Wv5mGJ4pRk1sBdLe9aOifK6HtQyZgE=";

  private static TestDatabase database;
  private static DemoServer server;

  private final Browser browser = new Browser();

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.find();
    Map<String, String> environment = new HashMap<>();
    environment.put("SYMBOLON_DATABASE_URL", database.url());
    environment.put("SYMBOLON_DATABASE_USER", database.user());
    environment.put("SYMBOLON_DATABASE_PASSWORD", database.password());
    environment.put("SYMBOLON_DATABASE_TABLE_REFRESH_TOKENS", "demo_refresh_tokens");
    environment.put("SYMBOLON_ACCESS_TOKEN_VALIDITY", "PT4S");
    environment.put("SYMBOLON_REFRESH_TOKEN_LEEWAY", "PT0.5S");
    environment.put("SYMBOLON_HTTP_TRY_REFRESH_STATUS", "441");
    environment.put("SYMBOLON_ACCESS_TOKEN_ALGORITHM", "ES256");
    environment.put("SYMBOLON_KEY_ENCRYPTION_KEYS", ENCRYPTION_KEY);
    environment.put("SYMBOLON_COOKIE_SAME_SITE", "strict");
    server = DemoServer.start(environment);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void expiry_refresh_first_use_and_theft() throws Exception {
    assertThat(browser.get("api/public").body()).contains("441");
    browser.login("{\"user\":\"Zoë 😀\",\"payload\":{\"groups\":[\"admin\"]}}");
    assertThat(browser.get("api/admin").statusCode()).isEqualTo(200);
    assertThat(storedUsers()).isEqualTo("Zoë 😀");
    Browser late = browser.copy();

    Thread.sleep(VALIDITY_MILLIS + 1000); // a cookie's end is rounded up to the second
    HttpResponse<String> expired = browser.get("api/me");
    assertThat(expired.statusCode()).isEqualTo(441);
    assertThat(Browser.setCookies(expired)).isEmpty();

    String idBefore = browser.cookie(Browser.ID_REFRESH);
    HttpResponse<String> refreshed = browser.refresh();
    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(Browser.setCookies(refreshed)).hasSize(3);
    assertThat(browser.cookie(Browser.ID_REFRESH)).isNotEqualTo(idBefore);

    HttpResponse<String> firstUse = browser.post("api/like");
    assertThat(firstUse.statusCode()).isEqualTo(200);
    assertThat(Browser.setCookies(firstUse))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith(Browser.ACCESS + "="));
    HttpResponse<String> secondUse = browser.get("api/admin");
    assertThat(secondUse.statusCode()).isEqualTo(200);
    assertThat(Browser.setCookies(secondUse)).isEmpty();

    Thread.sleep(3 * LEEWAY_MILLIS);
    HttpResponse<String> theft = late.refresh();
    assertThat(theft.statusCode()).isEqualTo(401);
    DemoIT.assertCleared(theft);
    HttpResponse<String> ended = browser.refresh();
    assertThat(ended.statusCode()).isEqualTo(401);
    DemoIT.assertCleared(ended);
    assertThat(storedUsers()).isEmpty();
    assertThat(server.log()).contains("Refreshed[", "Promoted[", "TheftDetected[", "Revoked[");
  }

  @Test
  void a_session_that_was_minted_beside_the_server_needs_no_login() throws Exception {
    Map<String, String> settings =
        Map.of(
            "symbolon.database.url",
            database.url(),
            "symbolon.database.user",
            database.user(),
            "symbolon.database.password",
            database.password(),
            "symbolon.database.table.refresh-tokens",
            "demo_refresh_tokens",
            "symbolon.access-token.algorithm",
            "ES256",
            "symbolon.key-encryption.keys",
            ENCRYPTION_KEY);
    try (SessionMint mint = SessionMint.open(settings)) {
      MintedSession minted = mint.mint(UserId.of(5), null, Json.createValue("minted"));
      browser.put(minted);
      assertThat(browser.get("api/me").body()).contains("\"userId\":5");
      assertThat(browser.get("api/info").body()).isEqualTo("\"minted\"");
      assertThat(browser.refresh().statusCode()).isEqualTo(200);
      assertThat(browser.post("api/logout").statusCode()).isEqualTo(204);
      assertThat(mint.manager().handles(UserId.of(5))).isEmpty();
    }
  }

  @Test
  void the_key_of_the_access_token_is_published_and_lies_encrypted_in_the_table() throws Exception {
    browser.login("{\"user\":\"keys\"}");
    String header = browser.cookie(Browser.ACCESS).split("\\.", -1)[0];
    String keyId =
        new String(Base64.getUrlDecoder().decode(header), StandardCharsets.US_ASCII)
            .replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1");
    HttpResponse<String> keys = browser.get("api/session/jwks.json");
    assertThat(keys.statusCode()).isEqualTo(200);
    assertThat(keys.body()).contains(keyId, "\"kty\":\"EC\"").doesNotContain("\"d\":");
    assertThat(column("select key_value from signing_key"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(value -> value.contains(":A256GCM.") && value.length() <= 255);
    assertThat(browser.post("api/logout").statusCode()).isEqualTo(204);
  }

  /** The server's own strict cookies; in {@code ForcedLogoutTests} the browser's are made so. */
  @Test
  void with_strict_cookies_a_link_from_another_site_logs_nobody_out() {
    try (Chromium chromium = Chromium.launch()) {
      ScriptUser user = new ScriptUser(chromium.user(), DemoServer.URL);
      ScriptTab tab = user.tab(Map.of("tryRefreshStatus", 441)).login();
      assertThat(user.context.cookies())
          .hasSize(3)
          .allMatch(cookie -> cookie.sameSite == SameSiteAttribute.STRICT);
      ForcedLogoutTests.aLinkFromAnotherSiteIsAStranger(user, tab);
      assertThat(tab.post("/api/logout")).isEqualTo(204);
    }
  }

  private static String storedUsers() throws Exception {
    return String.join("", column("select user_id from demo_refresh_tokens"));
  }

  private static List<String> column(String query) throws Exception {
    List<String> values = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
