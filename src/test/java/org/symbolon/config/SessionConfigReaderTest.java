package org.symbolon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionConfigReaderTest {
  private static final String URL = "symbolon.database.url";
  private static final String H2 = "jdbc:h2:mem:none";
  private static final String FORMAT = "symbolon.access-token.format";
  private static final String ATTRIBUTES =
      "sAccessToken=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure;"
          + " SameSite=Strict";

  @Test
  void defaults_are_those_of_the_documentation() {
    SessionConfig config = read(Map.of());
    String url = config.database().url();
    assertThat(url).matches("jdbc:h2:mem:symbolon-[0-9a-f-]{36};DB_CLOSE_DELAY=-1");
    assertThat(config.database())
        .isEqualTo(
            new DatabaseConfig(
                url,
                "sa",
                null,
                50,
                null,
                Duration.ofSeconds(5),
                true,
                "signing_key",
                "refresh_tokens",
                true));
    assertThat(config.accessToken())
        .isEqualTo(
            new AccessTokenConfig(
                Duration.ofHours(1),
                AccessTokenFormat.JWS,
                SigningAlgorithm.HS256,
                "symbolon",
                List.of(),
                "JWT",
                "/",
                false,
                List.of("groups"),
                true,
                Duration.ofHours(24),
                Duration.ofMinutes(70),
                4096 - ATTRIBUTES.length()));
    assertThat(config.refreshToken())
        .isEqualTo(
            new RefreshTokenConfig(
                Duration.ofDays(100),
                Duration.ofDays(365),
                Duration.ofSeconds(10),
                20,
                "/api/session/refresh",
                Duration.ofDays(30),
                "0 0 0 1-31/7 * *",
                false));
    assertThat(config.antiCsrf()).isTrue();
    assertThat(config.theftReaction()).isEqualTo(TheftReaction.SESSION);
    assertThat(config.cookie())
        .isEqualTo(new CookieConfig(null, true, "Lax", "/api/session/refresh", List.of()));
    assertThat(config.http())
        .isEqualTo(
            new HttpConfig(
                440,
                401,
                null,
                Set.of(),
                true,
                Set.of(),
                "/api/session/jwks.json",
                "/api/signout",
                403,
                TokenTransfer.ANY,
                AntiCsrfMode.TOKEN));
  }

  @Test
  void each_application_has_a_database_in_memory_of_its_own() {
    assertThat(read(Map.of()).database().url()).isNotEqualTo(read(Map.of()).database().url());
  }

  @Test
  void the_sign_out_is_beside_the_folder_of_the_refresh() {
    assertThat(signOut("/shop/api/session/refresh")).isEqualTo("/shop/api/signout");
    assertThat(signOut("/auth/session/refresh")).isEqualTo("/auth/signout");
    assertThat(signOut("/api/renew")).isEqualTo("/api/signout");
    assertThat(signOut("/renew")).isEqualTo("/signout");
    assertThat(read(Map.of("symbolon.http.sign-out-path", "/bye")).http().signOutPath())
        .isEqualTo("/bye");
  }

  @Test
  void one_status_may_mean_both() {
    HttpConfig http = read(Map.of("symbolon.http.try-refresh-status", "401")).http();
    assertThat(http.tryRefreshStatus()).isEqualTo(http.unauthorisedStatus()).isEqualTo(401);
  }

  private static String signOut(String refreshPath) {
    return read(Map.of("symbolon.refresh-token.path", refreshPath)).http().signOutPath();
  }

  @Test
  void older_domains_may_be_the_host_alone() {
    assertThat(
            read(Map.of("symbolon.cookie.older-domains", "shop.example.com, host-only"))
                .cookie()
                .olderDomains())
        .containsExactly("shop.example.com", "");
  }

  @Test
  void the_public_keys_are_beside_the_refresh_and_the_metadata_beside_the_public_keys() {
    HttpConfig moved = read(Map.of("symbolon.refresh-token.path", "/shop/api/renew")).http();
    assertThat(moved.jwksPath()).isEqualTo("/shop/api/jwks.json");
    assertThat(moved.metadataPath()).isEqualTo("/shop/api/.well-known/openid-configuration");
    HttpConfig own = read(Map.of("symbolon.access-token.jwks-path", "/keys")).http();
    assertThat(own.jwksPath()).isEqualTo("/keys");
    assertThat(own.metadataPath()).isEqualTo("/.well-known/openid-configuration");
  }

  @Test
  void the_default_leeway_is_half_of_a_short_access_token() {
    assertThat(read(Map.of("symbolon.access-token.validity", "PT1S")).refreshToken().leeway())
        .isEqualTo(Duration.ofMillis(500));
    assertThat(read(Map.of("symbolon.access-token.validity", "PT30S")).refreshToken().leeway())
        .isEqualTo(Duration.ofSeconds(10));
  }

  /** Property, value, and what the complaint must say besides these two. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "symbolon.access-token.validity | PT0.5S | from PT1S to P1000D",
        "symbolon.access-token.validity | P1001D | from PT1S to P1000D",
        "symbolon.access-token.validity | 3600 | ISO-8601 duration",
        "symbolon.access-token.algorithm | none | one of hs256, es256, eddsa, rs256",
        "symbolon.access-token.type | jwt | JWT or at+jwt",
        "symbolon.access-token.audience | a,b,c,d,e,f,g,h,i,j,k | at most ten",
        "symbolon.access-token.blacklisting | on | true or false",
        "symbolon.access-token.path | api | begin with /",
        "symbolon.access-token.path | /a;b | begin with /",
        "symbolon.access-token.path | /a b | begin with /",
        "symbolon.access-token.claims | sub | sets itself",
        "symbolon.access-token.key-rotation | yes | true or false",
        "symbolon.access-token.key-update-interval | PT59M | from PT1H to P30D",
        "symbolon.access-token.jwks-path | jwks.json | begin with /",
        "symbolon.access-token.jwks-path | /api/session/refresh | must differ from",
        "symbolon.access-token.key-announcement | P8D | from PT0S to P7D",
        "symbolon.refresh-token.key-update-interval | PT23H | from P1D to P365D",
        "symbolon.refresh-token.validity | P366D | from PT1S to P365D",
        "symbolon.refresh-token.leeway | PT0.05S | at least PT0.1S",
        "symbolon.refresh-token.leeway | PT11M | from PT0S to PT10M",
        "symbolon.refresh-token.repeat-limit | 0 | from 1 to 10000",
        "symbolon.refresh-token.path | refresh | begin with /",
        "symbolon.refresh-token.cleanup-schedule | 0 0 * * * | cron expression with seconds",
        "symbolon.refresh-token.cleanup-schedule | 60 0 0 * * * | cron expression with seconds",
        "symbolon.refresh-token.cleanup-schedule | weekly | or off",
        "symbolon.cookie.older-domains | Example.com | lower case, or host-only",
        "symbolon.http.sign-out-path | signout | begin with /",
        "symbolon.http.sign-out-path | /api/session/refresh | must differ from",
        "symbolon.http.invalid-claim-status | 401 | meaning of its own",
        "symbolon.http.invalid-claim-status | 404 | meaning of its own",
        "symbolon.http.invalid-claim-status | 500 | from 400 to 499",
        "symbolon.http.token-transfer | body | one of any, cookie, header",
        "symbolon.http.anti-csrf-mode | none | one of token, header",
        "symbolon.anti-csrf | on | true or false",
        "symbolon.theft-reaction | all | one of session, user, none",
        "symbolon.cookie.same-site | sometimes | one of strict, lax, none",
        "symbolon.cookie.domain | localhost | at least two labels",
        "symbolon.cookie.domain | .example.com | leading dot",
        "symbolon.cookie.domain | example.com:8080 | port",
        "symbolon.cookie.domain | https://example.com | scheme",
        "symbolon.cookie.domain | 192.168.0.1 | IP addresses",
        "symbolon.cookie.domain | Example.com | lower case",
        "symbolon.http.try-refresh-status | 200 | from 400 to 599",
        "symbolon.http.try-refresh-status | 403 | meaning of its own",
        "symbolon.http.unauthorised-status | 503 | meaning of its own",
        "symbolon.http.login-page | login | must be a path",
        "symbolon.http.login-page | //evil.example/login | must be a path",
        "symbolon.http.login-page | javascript:alert(1) | must be a path",
        "symbolon.http.login-page | /login?then={path} | may hold {target}",
        "symbolon.http.allowed-origins | * | no *",
        "symbolon.http.allowed-origins | null | an origin as browsers write it",
        "symbolon.http.allowed-origins | https://app.example.com/ | no slash at the end",
        "symbolon.http.allowed-origins | https://app.example.com:443 | leave this port out",
        "symbolon.http.allowed-origins | app.example.com | an origin as browsers write it",
        "symbolon.http.allowed-origins | https://App.example.com | an origin as browsers write it",
        "symbolon.http.allowed-origins | capacitor://localhost/ | no slash at the end",
        "symbolon.http.allowed-origins | htps://app.example.com | an origin as browsers write it",
        "symbolon.http.allowed-origins | file:// | an origin as browsers write it",
        "symbolon.http.allowed-origins | https://*.example.com | no *",
        "symbolon.http.login-origins | * | no *",
        "symbolon.http.login-origins | https://login.example.net:443 | leave this port out",
        "symbolon.database.url | postgresql://x | must begin with jdbc:mysql:",
        "symbolon.database.url | jdbc:mariadb://h/d | org.mariadb.jdbc.Driver",
        "symbolon.database.pool-size | 0 | from 1 to 1000",
        "symbolon.database.timeout | PT2M | from PT0.1S to PT1M",
        "symbolon.database.table.signing-key | a;b | letters, digits or underscores",
        "symbolon.database.table.refresh-tokens | SIGNING_KEY | must differ",
      })
  void a_wrong_value_is_refused_naming_property_value_and_rule(
      String property, String value, String rule) {
    assertThatThrownBy(() -> read(Map.of(property, value)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(property + " = " + value)
        .hasMessageContaining(rule);
  }

  @Test
  void pages_origins_and_the_rest_that_is_off_by_default_can_be_set() {
    SessionConfig config =
        read(
            Map.of(
                "symbolon.access-token.algorithm", "es256",
                "symbolon.access-token.blacklisting", "true",
                "symbolon.refresh-token.cleanup-schedule", "OFF",
                "symbolon.http.login-page", "/login?then={target}",
                "symbolon.http.allowed-origins",
                    "https://app.example.com, http://localhost:3000,http://[::1]:8080,"
                        + "capacitor://localhost,chrome-extension://abcd",
                "symbolon.http.cors", "false"));
    assertThat(config.accessToken().algorithm()).isEqualTo(SigningAlgorithm.ES256);
    assertThat(config.accessToken().blacklisting()).isTrue();
    assertThat(config.refreshToken().cleanupSchedule()).isNull();
    assertThat(config.http().loginPage()).isEqualTo("/login?then={target}");
    assertThat(config.http().allowedOrigins())
        .containsExactly(
            "https://app.example.com",
            "http://localhost:3000",
            "http://[::1]:8080",
            "capacitor://localhost",
            "chrome-extension://abcd");
    assertThat(config.http().cors()).isFalse();
    assertThat(read(Map.of("symbolon.http.login-page", "https://id.example.com")).http())
        .returns("https://id.example.com", HttpConfig::loginPage);
  }

  @Test
  void same_site_none_needs_secure() {
    Map<String, String> none = new HashMap<>(Map.of("symbolon.cookie.same-site", "none"));
    assertThatCode(() -> read(none)).doesNotThrowAnyException();
    none.put("symbolon.cookie.secure", "false");
    assertThatThrownBy(() -> read(none))
        .hasMessageContaining("symbolon.cookie.same-site = none")
        .hasMessageContaining("symbolon.cookie.secure=true");
  }

  @Test
  void a_leeway_as_long_as_the_access_token_is_refused() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "symbolon.access-token.validity", "PT5S",
                        "symbolon.refresh-token.leeway", "PT5S")))
        .hasMessageContaining("symbolon.refresh-token.leeway = PT5S")
        .hasMessageContaining("symbolon.access-token.validity (PT5S)");
  }

  @Test
  void all_complaints_come_at_once() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "symbolon.anti-csrf", "maybe",
                        "symbolon.database.pool-size", "many",
                        "symbolon.cookie.domain", "x")))
        .hasMessageContaining("symbolon.anti-csrf")
        .hasMessageContaining("symbolon.database.pool-size")
        .hasMessageContaining("symbolon.cookie.domain");
  }

  @Test
  void a_url_and_a_data_source_exclude_each_other() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "symbolon.database.url", "jdbc:mysql://u:secret@h/d?password=hidden",
                        "symbolon.database.datasource", "jdbc/sessions")))
        .hasMessageContaining("jdbc/sessions")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void a_password_is_never_shown_and_keeps_its_spaces() {
    DatabaseConfig database =
        read(Map.of(
                "symbolon.database.url", "jdbc:mysql://h/d", "symbolon.database.password", " x "))
            .database();
    assertThat(database.password()).isEqualTo(" x ");
    assertThat(database.toString()).doesNotContain(" x ");
    assertThat(database.embedded()).isFalse();
    assertThat(database.driver()).isEqualTo("com.mysql.cj.jdbc.Driver");
  }

  @Test
  void claims_may_be_none() {
    assertThat(read(Map.of("symbolon.access-token.claims", ",")).accessToken().claims()).isEmpty();
    assertThat(
            read(Map.of("symbolon.access-token.claims", "groups, tenant")).accessToken().claims())
        .containsExactly("groups", "tenant");
  }

  @Test
  void unknown_properties_are_warned_of_and_others_are_not() {
    List<String> warnings = new ArrayList<>();
    Logger logger = Logger.getLogger(Settings.class.getName());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord message) {
            warnings.add(new SimpleFormatter().formatMessage(message));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    SessionConfigReader.read(
        withVariables(
            Map.of("symbolon.database.pool.size", "5"),
            Map.of("SYMBOLON_ACCESS_TOKEN_VALIDITY", "PT5M", "SYMBOLON_ANTI_CSRF", "true")),
        List.of(
            "symbolon.databse.pool-size",
            "symbolon.database.pool.size",
            "symbolon.access-token.validity",
            "symbolon.access.token.validity",
            "symbolonic.x",
            "SYMBOLON_ANTI_CSRF"));
    logger.removeHandler(handler);
    assertThat(warnings)
        .containsExactly(
            "symbolon.databse.pool-size is no property of Symbolon, ignored",
            "symbolon.database.pool.size is no property of Symbolon, ignored; is"
                + " symbolon.database.pool-size meant?");
  }

  @ParameterizedTest
  @CsvSource({
    "symbolon.secured.paths, symbolon.secured-paths",
    "symbolon.anti.csrf, symbolon.anti-csrf",
    "symbolon.secured.paths.except, symbolon.secured-paths.except",
    "symbolon.refresh.token.validity, symbolon.refresh-token.validity",
    "symbolon.access-token.key.rotation, symbolon.access-token.key-rotation",
    "symbolon.cookie.same.site, symbolon.cookie.same-site",
    "%prod.symbolon.secured.paths, symbolon.secured-paths",
    "SYMBOLON_SECURED_PATHS, symbolon.secured-paths",
    "symbolon_secured_paths, symbolon.secured-paths",
    "Symbolon.secured-paths, symbolon.secured-paths",
    "SYMBOLON.SECURED-PATHS, symbolon.secured-paths",
    "symbolion.secured-paths, symbolon.secured-paths",
    "symbolon-secured-paths, symbolon.secured-paths",
  })
  void a_name_that_only_an_environment_variable_can_have_is_misspelt_in_a_file(
      String name, String meant) {
    assertThatThrownBy(() -> read(Map.of(URL, H2, name, "/secret-value")))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(name + ": is no property of Symbolon")
        .hasMessageContaining("is " + meant + " meant?")
        .hasMessageNotContaining("/secret-value");
  }

  /** As SmallRye Config tells of them: by their own names, and by guesses at the property's. */
  @Test
  void environment_variables_are_as_good_as_properties() {
    Map<String, String> variables =
        Map.of("SYMBOLON_SECURED_PATHS", "/app/*", "SYMBOLON_REFRESH_TOKEN_VALIDITY", "P2D");
    List<String> names =
        List.of(
            "SYMBOLON_SECURED_PATHS",
            "symbolon.secured.paths",
            "SYMBOLON_REFRESH_TOKEN_VALIDITY",
            "symbolon.refresh.token.validity");
    SessionConfig config = SessionConfigReader.read(withVariables(Map.of(), variables), names);
    assertThat(config.protection().paths().any()).isTrue();
    assertThat(config.refreshToken().validity()).isEqualTo(Duration.ofDays(2));
    // a system property is stronger
    assertThat(
            SessionConfigReader.read(
                    withVariables(Map.of("symbolon.secured-paths", "/other"), variables), names)
                .protection()
                .paths()
                .patterns())
        .hasSize(1);
  }

  @Test
  void beside_the_right_name_with_another_value_a_misspelt_one_is_named_as_well() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        URL,
                        H2,
                        "symbolon.secured-paths",
                        "/a/*",
                        "symbolon.secured.paths",
                        "/b/*")))
        .hasMessageContaining("symbolon.secured.paths: is no property of Symbolon");
  }

  private static Function<String, Optional<String>> withVariables(
      Map<String, String> properties, Map<String, String> variables) {
    return name ->
        Optional.ofNullable(properties.get(name))
            .or(() -> Optional.ofNullable(variables.get(name)))
            .or(
                () ->
                    Optional.ofNullable(
                        variables.get(
                            name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT))));
  }

  @Test
  void the_formats_of_tokens_are_told_apart() {
    assertThat(read(Map.of(URL, H2, FORMAT, "JWS")).accessToken().format())
        .isEqualTo(AccessTokenFormat.JWS);
    assertThat(read(Map.of(URL, H2, FORMAT, "supertokens-node")).accessToken().format())
        .isEqualTo(AccessTokenFormat.SUPERTOKENS_NODE);
    assertThatThrownBy(() -> read(Map.of(URL, H2, FORMAT, "supertokens_node")))
        .hasMessageContaining(FORMAT + " = supertokens_node: must be one of jws, supertokens-node");
    assertThat(
            read(Map.of(URL, H2, "symbolon.accept-reference-tokens", "true"))
                .refreshToken()
                .acceptReference())
        .isTrue();
  }

  /** Its key row is plain, so whoever can write the table of keys could plant one. */
  @Test
  void tokens_of_the_reference_beside_encrypted_keys_need_consent_to_plain_rows() {
    Map<String, String> both =
        Map.of(
            URL,
            H2,
            "symbolon.accept-reference-tokens",
            "true",
            "symbolon.key-encryption.keys",
            "Bwo1d9XW/2Y0t3T3Gq7kU8v1c2V5nXo0yqP4sR6uH9E=");
    for (String plainRows : new String[] {null, "refuse", "accept", "write"}) {
      Map<String, String> properties = new HashMap<>(both);
      if (plainRows != null) {
        properties.put("symbolon.key-encryption.plain-rows", plainRows);
      }
      if (plainRows == null || plainRows.equals("refuse")) {
        assertThatThrownBy(() -> read(properties))
            .isInstanceOf(InvalidConfigurationException.class)
            .hasMessageContaining("symbolon.accept-reference-tokens = true: needs")
            .hasMessageContaining("symbolon.key-encryption.plain-rows=accept")
            .hasMessageNotContaining("Bwo1d9XW");
      } else {
        assertThat(read(properties).refreshToken().acceptReference()).isTrue();
      }
    }
  }

  @Test
  void what_the_references_format_has_no_place_for_is_refused() {
    Map<String, String> others =
        Map.of(
            "symbolon.access-token.algorithm", "ES256",
            "symbolon.access-token.audience", "shop",
            "symbolon.access-token.type", "at+jwt",
            "symbolon.key-encryption.keys", "Bwo1d9XW/2Y0t3T3Gq7kU8v1c2V5nXo0yqP4sR6uH9E=",
            "symbolon.accept-reference-tokens", "true");
    others.forEach(
        (name, value) -> {
          assertThat(read(Map.of(URL, H2, name, value))).isNotNull();
          assertThatThrownBy(() -> read(Map.of(URL, H2, FORMAT, "supertokens-node", name, value)))
              .isInstanceOf(InvalidConfigurationException.class)
              .hasMessageContaining(name + " = ")
              .hasMessageContaining("with symbolon.access-token.format=supertokens-node")
              .hasMessageNotContaining("Bwo1d9XW");
        });
  }

  private static SessionConfig read(Map<String, String> properties) {
    return SessionConfigReader.read(
        name -> Optional.ofNullable(properties.get(name)), properties.keySet());
  }
}
