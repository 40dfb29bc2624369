package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.testing.EncryptionKeys;

/** Three applications are three nodes on one database, each a step further on the way. */
@ExtendWith(ArquillianExtension.class)
class KeyEncryptionIT {
  private static final Path SERVER = LibertyFolder.server();
  private static final DatabaseProcess DATABASE = new DatabaseProcess();
  private static final String KEY = EncryptionKeys.random();

  private String access = "";
  private String refresh = "";

  @Deployment(name = "enc-off", managed = false, testable = false)
  static WebArchive off() {
    return war("enc-off").config("mp.config.profile", "prod").build();
  }

  @Deployment(name = "enc-accept", managed = false, testable = false)
  static WebArchive accept() {
    return war("enc-accept")
        .config("symbolon.key-encryption.keys", KEY)
        .config("symbolon.key-encryption.plain-rows", "accept")
        .build();
  }

  @Deployment(name = "enc-on", managed = false, testable = false)
  static WebArchive on() {
    return war("enc-on")
        .config("symbolon.key-encryption.keys", KEY)
        .config("mp.config.profile", "prod")
        .build();
  }

  @Deployment(name = "enc-weak", managed = false, testable = false)
  static WebArchive weak() {
    return war("enc-weak").config("symbolon.key-encryption.keys", "cGFzc3dvcmQ=").build();
  }

  private static LibraryWar war(String name) {
    return LibraryWar.named(name + ".war")
        .with(LoginResource.class)
        .config("symbolon.database.url", DATABASE.url())
        .config("symbolon.database.user", "sa")
        .config("symbolon.database.table.signing-key", "enc_key")
        .config("symbolon.database.table.refresh-tokens", "enc_tokens")
        .config("symbolon.refresh-token.path", "/" + name + "/api/session/refresh");
  }

  @ArquillianResource Deployer deployer;

  @AfterAll
  static void killDatabase() throws Exception {
    DATABASE.kill();
  }

  @Test
  void keys_are_encrypted_on_a_running_fleet_and_a_session_goes_on() throws Exception {
    DATABASE.start();
    try {
      deployer.deploy("enc-off");
      keep(browser("enc-off").post("api/login?user=alice"));
      isAliceAt("enc-off");
      // one for access, one for refresh; shortly before a turn their successors are announced too
      int rows = rows().size();
      assertThat(rows).isBetween(2, 4);
      assertThat(rows()).allMatch(value -> value.startsWith("symbolon1:HS256:plain:"));
      assertThat(log()).containsOnlyOnce("the signing keys are not encrypted");

      deployer.deploy("enc-accept");
      isAliceAt("enc-accept");
      assertThat(rows())
          .hasSizeGreaterThanOrEqualTo(rows)
          .allMatch(value -> value.matches("symbolon1:HS256:A256GCM\\.[0-9a-f]{8}:[\\w-]{80}"));
      refreshAt("enc-accept");
      isAliceAt("enc-off");

      deployer.deploy("enc-on");
      deployer.undeploy("enc-off");
      deployer.undeploy("enc-accept");
      isAliceAt("enc-on");
      refreshAt("enc-on");
      isAliceAt("enc-on");
      assertThat(log())
          .containsOnlyOnce("the signing keys are not encrypted")
          .containsOnlyOnce("symbolon.key-encryption.plain-rows=accept: ")
          .doesNotContain(KEY);
    } finally {
      undeployAll();
    }
  }

  @Test
  void a_key_that_is_none_stops_the_deployment_and_is_not_shown() throws Exception {
    assertThatThrownBy(() -> deployer.deploy("enc-weak")).isInstanceOf(Exception.class);
    assertThat(log())
        .contains("symbolon.key-encryption.keys = (key 1 of 1): must be 32 bytes in base64")
        .doesNotContain("cGFzc3dvcmQ");
    Files.deleteIfExists(SERVER.resolve("dropins/enc-weak.war"));
  }

  private void isAliceAt(String node) {
    Answer answer = browser(node).raw("GET", "api/login", cookies(), "");
    assertAnswer(answer).saysOk("alice");
    if (answer.cookies().stream().anyMatch(cookie -> cookie.name().equals(ACCESS))) {
      access = answer.cookie(ACCESS).value();
    }
  }

  private void refreshAt(String node) {
    keep(browser(node).raw("POST", "api/session/refresh", cookies(), ""));
  }

  private void keep(Answer answer) {
    assertAnswer(answer).issuesTokens();
    access = answer.cookie(ACCESS).value();
    refresh = answer.cookie(REFRESH).value();
  }

  private String cookies() {
    return ID_REFRESH + "=x; " + ACCESS + "=" + access + "; " + REFRESH + "=" + refresh;
  }

  private static Browser browser(String node) {
    String port = System.getProperty("it.http.port");
    try {
      return new Browser(URI.create("http://localhost:" + port + "/" + node + "/").toURL());
    } catch (java.net.MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> rows() throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(DATABASE.url(), "sa", "");
        ResultSet result =
            connection.createStatement().executeQuery("select key_value from enc_key")) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static String log() throws Exception {
    return Files.readString(SERVER.resolve("logs/messages.log"));
  }

  private void undeployAll() throws Exception {
    for (String name : List.of("enc-off", "enc-accept", "enc-on")) {
      if (Files.exists(SERVER.resolve("dropins/" + name + ".war"))) {
        deployer.undeploy(name);
      }
    }
  }
}
