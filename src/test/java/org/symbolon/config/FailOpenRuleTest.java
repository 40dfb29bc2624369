package org.symbolon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.testing.LogLines;

/** Settings that leave something open: each stops the deployment or says so, in one clear line. */
class FailOpenRuleTest {

  /** Settings, and what the message must say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "anti-csrf=false cookie.same-site=none | symbolon.anti-csrf = false: must be true with",
        "cookie.secure=false cookie.same-site=none | needs symbolon.cookie.secure=true",
        "secured-paths=, | symbolon.secured-paths = (no path): must hold one path",
        "secured-paths=,, | nothing is secured",
        "secured-paths.except=/a | needs symbolon.secured-paths",
        "secured-paths=/app/* secured-paths.except=/app/* | .except = /app/*: takes back all",
        "secured-paths=/app/* secured-paths.except=/* | .except = /*: takes back all",
        "secured-paths=/x,/app/a/* secured-paths.except=/b,/app/* | .except = /app/*: takes back",
        "secured-paths=/app secured-paths.except=/app | .except = /app: takes back",
        "http.sign-out-path=/api/session/refresh | sign-out-path = /api/session/refresh: must differ",
        "http.sign-out-path=/API/session/Refresh | must differ from symbolon.refresh-token.path",
        "http.sign-out-path=/api/session/refresh/ | must differ from symbolon.refresh-token.path",
        "http.sign-out-path=/api/session/refresh/bye | not lie below it",
        "http.sign-out-path=/api/session/jwks.json | symbolon.http.sign-out-path (/api/session/jw",
        "access-token.jwks-path=/api/signout | must differ from symbolon.http.sign-out-path",
        "access-token.jwks-path=/api/session/Refresh | must differ from symbolon.refresh-token.path",
        "refresh-token.path=/api http.sign-out-path=/api/bye | must differ from symbolon.refresh",
        "http.sign-out-path=/api/session/.well-known/openid-configuration | the metadata beside",
        "http.login-page=/api/signout?to={target} | login-page = /api/signout: must differ",
        "http.login-page=/api/Session/refresh/ | must differ from symbolon.refresh-token.path",
        "refresh-token.path=//evil.example/refresh | must begin with / and hold no //",
        "cookie.refresh-path=//evil.example/refresh | must begin with / and hold no //",
        "refresh-token.path=/api/../refresh | no segment . or ..",
        "http.allowed-origins=* | no *",
        "http.allowed-origins=null | an origin as browsers write it",
      })
  void the_deployment_stops(String settings, String line) {
    assertThatThrownBy(() -> read(settings))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anti-csrf=false",
        "cookie.same-site=none",
        "secured-paths=/app/* secured-paths.except=/app/open/*,/app",
        "secured-paths=/app secured-paths.except=/application/*",
        "secured-paths=/* secured-paths.except=/app/*",
        "secured-paths=/a secured-paths.except=,",
        "http.sign-out-path=/api/session/refreshed",
        "http.login-page=/api",
        "http.login-page=/",
        "http.login-page=/api/signout/done",
        "refresh-token.path=/renew access-token.jwks-path=/keys http.sign-out-path=/bye",
      })
  void the_deployment_goes_on(String settings) {
    assertThatCode(() -> read(settings)).doesNotThrowAnyException();
  }

  /** Settings, and the warning; with a {@code *} before it only in a production profile. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "access-token.validity=PT25H | symbolon.access-token.validity = PT25H: a revoked session's",
        "refresh-token.validity=PT1H | symbolon.access-token.validity = PT1H: is not shorter",
        "refresh-token.max-lifetime=PT30M | symbolon.access-token.validity = PT1H: is not shorter",
        "theft-reaction=none | symbolon.theft-reaction = none: a stolen session goes on",
        "cookie.refresh-path=/ | symbolon.cookie.refresh-path = /: browsers send",
        "http.login-origins=https://a,null | symbolon.http.login-origins = https://a,null: every page",
        "cookie.secure=false | *symbolon.cookie.secure = false: browsers send the tokens by plain",
        "anti-csrf=false | *symbolon.anti-csrf = false: pages of other hosts of this site",
        "http.login-page=http://a.example/login | *symbolon.http.login-page = http://a.example/login",
        "http.allowed-origins=https://a,http://b.example | *symbolon.http.allowed-origins = https:",
      })
  void each_start_warns(String settings, String warning) {
    boolean inProductionOnly = warning.startsWith("*");
    String line = inProductionOnly ? warning.substring(1) : warning;
    if (inProductionOnly) {
      assertThat(warnings(settings)).noneMatch(it -> it.startsWith(line));
      assertThat(warnings(settings + " mp.config.profile=dev"))
          .noneMatch(it -> it.startsWith(line));
    } else {
      assertThat(warnings(settings)).filteredOn(it -> it.startsWith(line)).hasSize(1);
    }
    for (String profile : List.of("mp.config.profile=prod", "smallrye.config.profile=Production")) {
      assertThat(warnings(settings + " " + profile))
          .filteredOn(it -> it.startsWith(line))
          .hasSize(1);
    }
  }

  @Test
  void the_defaults_leave_nothing_open() {
    assertThat(warnings("mp.config.profile=prod")).isEmpty();
    assertThat(warnings("access-token.validity=PT25H access-token.blacklisting=true")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "symbolon.secured-path, symbolon.secured-paths",
    "symbolon.secure-paths, symbolon.secured-paths",
    "symbolon.securedPaths, symbolon.secured-paths",
    "symbolon.Secured-paths, symbolon.secured-paths",
    "symbolon.secured_paths, symbolon.secured-paths",
    "symbolon.secured-path.except, symbolon.secured-paths.except",
    "SYMBOLON_SECURED_PATH, symbolon.secured-paths",
    "symbolon_secured_path, symbolon.secured-paths",
    "%prod.symbolon.secured-path, symbolon.secured-paths",
    "symbolon.anti-crsf, symbolon.anti-csrf",
    "symbolon.http.anti-csrf, symbolon.anti-csrf",
    "symbolon.same-site, symbolon.cookie.same-site",
    "symbolon.acces-token.validity, symbolon.access-token.validity",
    "symbolon.blacklisting, symbolon.access-token.blacklisting",
    "symbolon.key-encryption.key, symbolon.key-encryption.keys",
    "symbolon.cookie.secured, symbolon.cookie.secure",
  })
  void a_misspelt_name_that_would_protect_stops_the_deployment(String name, String meant) {
    assertThatThrownBy(() -> SessionConfigReader.read(it -> Optional.empty(), List.of(name)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(name + ": is no property of Symbolon")
        .hasMessageContaining("is " + meant + " meant?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "symbolon.databse.pool-size",
        "symbolon.test.database.url",
        "symbolon.x",
        "SYMBOLON_PORT",
        "SYMBOLON_PORT_8080_TCP_ADDR",
        "SYMBOLON_SECURED_PATHS",
        "SYMBOLON_ANTI_CSRF",
        "symbolon.cookie.same.site",
        "%prod.symbolon.anti-csrf",
        "%prod.com.example.secured-path",
        "com.example.symbolon.secured-path",
        "path",
        "%",
        "",
      })
  void another_unknown_name_does_not(String name) {
    assertThatCode(() -> SessionConfigReader.read(it -> Optional.empty(), List.of(name)))
        .doesNotThrowAnyException();
  }

  @Test
  void each_rule_is_in_the_documentation() throws IOException {
    String page = Files.readString(Path.of("docs/configuration.md"));
    String table = page.substring(page.indexOf("## Settings that leave something open"));
    for (FailOpenRule rule : FailOpenRule.ALL) {
      String deed =
          switch (rule.deed()) {
            case STOP -> "stops";
            case WARN -> "warns";
            case WARN_IN_PRODUCTION -> "warns in production";
          };
      assertThat(table)
          .containsPattern("(?m)^\\| `" + rule.property() + "`[^|]*\\| " + deed + " \\|");
    }
  }

  private static List<String> warnings(String settings) {
    try (LogLines lines = LogLines.of(SessionConfigReader.class)) {
      read(settings);
      return lines.warnings();
    }
  }

  private static SessionConfig read(String settings) {
    Map<String, String> all = new HashMap<>();
    for (String setting : settings.split(" ", -1)) {
      String[] parts = setting.split("=", 2);
      String name = parts[0].contains("config.profile") ? parts[0] : "symbolon." + parts[0];
      all.put(name, parts[1]);
    }
    return SessionConfigReader.read(name -> Optional.ofNullable(all.get(name)), all.keySet());
  }
}
