package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.ID_REFRESH;
import static org.symbolon.it.AnswerAssert.REFRESH;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Browsers with tokens of the reference's format, in percent-encoded cookies, when the server
 * changes to the library's own: docs/migration.md, as seen from outside.
 */
@ExtendWith(ArquillianExtension.class)
class FormatSwitchIT {
  private static final Path DROPINS = LibertyFolder.server().resolve("dropins");
  private static final DatabaseProcess DATABASE = new DatabaseProcess();

  @ArquillianResource Deployer deployer;

  /** What a browser keeps. */
  private record Jar(String access, String refresh) {
    static Jar of(Answer answer) {
      return new Jar(answer.cookie(ACCESS).value(), answer.cookie(REFRESH).value());
    }

    String header() {
      return ID_REFRESH + "=x; " + ACCESS + "=" + access + "; " + REFRESH + "=" + refresh;
    }
  }

  @Deployment(name = "before", managed = false, testable = false)
  static WebArchive before() throws Exception {
    DATABASE.start();
    return war("before").config("symbolon.access-token.format", "supertokens-node").build();
  }

  @Deployment(name = "after", managed = false, testable = false)
  static WebArchive after() {
    return war("after").config("symbolon.accept-reference-tokens", "true").build();
  }

  private static LibraryWar war(String name) {
    return LibraryWar.named(name + ".war")
        .with(LoginResource.class, SessionResource.class)
        .config("symbolon.database.url", DATABASE.url())
        .config("symbolon.database.user", "sa")
        .config("symbolon.database.table.signing-key", "switch_key")
        .config("symbolon.database.table.refresh-tokens", "switch_tokens")
        .config("symbolon.refresh-token.leeway", "PT0S")
        .config("symbolon.refresh-token.path", "/" + name + "/api/session/refresh");
  }

  @AfterAll
  static void killDatabase() throws Exception {
    DATABASE.kill();
  }

  @Test
  void nobody_is_logged_out_and_a_thief_is_found_all_the_same() throws Exception {
    try {
      deployer.deploy("before");
      Jar user = Jar.of(login("before", "user"));
      Jar unused = Jar.of(refresh("before", Jar.of(login("before", "unused"))));
      Jar modern = Jar.of(login("before", "modern"));
      Jar stolen = Jar.of(login("before", "owner"));
      assertThat(user.refresh()).contains("%3D.").as("base64 and a dot, percent-encoded");
      deployer.undeploy("before");

      deployer.deploy("after");
      assertAnswer(who("after", user)).hasStatus(440).leavesTokensAlone();
      assertAnswer(refresh("after", user)).issuesTokens();
      goesOn("user", Jar.of(refresh("after", user)));
      goesOn("unused", Jar.of(refresh("after", unused)));
      Answer today =
          browser("after")
              .sending("st-auth-mode", "cookie")
              .sending("rid", "session")
              .raw("POST", "api/session/refresh", modern.header(), "");
      assertThat(today.header("front-token")).isNotEqualTo("remove");
      goesOn("modern", Jar.of(today));

      Jar owner = Jar.of(refresh("after", stolen));
      goesOn("owner", owner);
      goesOn("owner", Jar.of(refresh("after", owner)));
      assertAnswer(refresh("after", stolen)).hasStatus(401).clearsTokens();
      assertAnswer(browser("after").get("api/session-data/count?user=owner")).saysOk("0");
      assertAnswer(browser("after").get("api/session-data/count?user=user")).saysOk("1");
    } finally {
      for (String name : List.of("before", "after")) {
        if (Files.exists(DROPINS.resolve(name + ".war"))) {
          deployer.undeploy(name);
        }
      }
    }
  }

  private static void goesOn(String user, Jar jar) {
    assertAnswer(who("after", jar)).saysOk(user).renewsOnlyTheAccessToken();
  }

  private static Answer login(String node, String user) {
    return browser(node).post("api/login?user=" + user);
  }

  private static Answer refresh(String node, Jar jar) {
    return browser(node).raw("POST", "api/session/refresh", jar.header(), "");
  }

  private static Answer who(String node, Jar jar) {
    return browser(node).raw("GET", "api/login", jar.header(), "");
  }

  private static Browser browser(String node) {
    String port = System.getProperty("it.http.port");
    try {
      return new Browser(URI.create("http://localhost:" + port + "/" + node + "/").toURL());
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
