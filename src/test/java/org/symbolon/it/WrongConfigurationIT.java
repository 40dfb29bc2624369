package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deployment that cannot work is stopped, with one line that says why. */
@ExtendWith(ArquillianExtension.class)
class WrongConfigurationIT {
  private static final Path SERVER = LibertyFolder.server();

  @Deployment(name = "wrong", managed = false, testable = false)
  static WebArchive war() {
    return LibraryWar.named("wrong.war")
        .with(LoginResource.class)
        .config("symbolon.access-token.validity", "3600")
        .config("symbolon.cookie.same-site", "none")
        .config("symbolon.cookie.secure", "false")
        .build();
  }

  @Deployment(name = "two-keys", managed = false, testable = false)
  static WebArchive warWithTwoSourcesOfKeys() {
    return LibraryWar.named("two-keys.war")
        .with(LoginResource.class, KeyBean.class, OtherKeyBean.class)
        .build();
  }

  @Deployment(name = "no-keys", managed = false, testable = false)
  static WebArchive warWithoutTheKeysThatRs256Needs() {
    return LibraryWar.named("no-keys.war")
        .with(LoginResource.class)
        .config("symbolon.access-token.algorithm", "RS256")
        .build();
  }

  private static WebArchive warWhoseServerMayNotRegisterOurFilter() {
    return LibraryWar.named("no-filter.war")
        .with(LoginResource.class)
        .config("symbolon.secured-paths", "/files/*")
        .text(
            "WEB-INF/web.xml",
            "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'>"
                + "<absolute-ordering/></web-app>")
        .text("files/report.txt", "the report")
        .build();
  }

  @Deployment(name = "misplaced", managed = false, testable = false)
  static WebArchive warWithSecuredOnABean() {
    return LibraryWar.named("misplaced.war").with(LoginResource.class, MisplacedBean.class).build();
  }

  @Deployment(name = "misplaced-servlet", managed = false, testable = false)
  static WebArchive warWithSecuredOnAServlet() {
    return LibraryWar.named("misplaced-servlet.war")
        .with(LoginResource.class, MisplacedServlet.class)
        .build();
  }

  @ArquillianResource Deployer deployer;

  @Test
  void every_wrong_property_is_named_with_its_value_and_the_rule() throws Exception {
    assertThatThrownBy(() -> deployer.deploy("wrong")).isInstanceOf(Exception.class);

    assertThat(Files.readString(SERVER.resolve("logs/messages.log")))
        .contains("symbolon.access-token.validity = 3600: must be an ISO-8601 duration")
        .contains("symbolon.cookie.same-site = none: needs symbolon.cookie.secure=true");
  }

  @Test
  void two_beans_that_supply_keys_are_named() throws Exception {
    assertThatThrownBy(() -> deployer.deploy("two-keys")).isInstanceOf(Exception.class);

    assertThat(Files.readString(SERVER.resolve("logs/messages.log")))
        .contains(
            "Symbolon needs one bean of type AccessTokenKeys, or none, but there are: "
                + KeyBean.class.getName()
                + ", "
                + OtherKeyBean.class.getName());
  }

  @Test
  void rs256_without_a_bean_that_supplies_keys_is_refused() throws Exception {
    assertThatThrownBy(() -> deployer.deploy("no-keys")).isInstanceOf(Exception.class);

    assertThat(Files.readString(SERVER.resolve("logs/messages.log")))
        .contains("symbolon.access-token.algorithm = RS256 needs a bean of type AccessTokenKeys");
  }

  /** Put there by hand: Arquillian does not know the server's word for it, and would wait long. */
  @Test
  void secured_paths_without_our_filter_stop_the_deployment() throws Exception {
    Path log = SERVER.resolve("logs/messages.log");
    warWhoseServerMayNotRegisterOurFilter()
        .as(ZipExporter.class)
        .exportTo(SERVER.resolve("dropins/no-filter.war").toFile(), true);
    String stopped = "The application no-filter was not started";
    Instant end = Instant.now().plusSeconds(120);
    while (!Files.readString(log).contains(stopped) && Instant.now().isBefore(end)) {
      Thread.sleep(200);
    }

    assertThat(Files.readString(log))
        .contains(stopped)
        .contains(
            "symbolon.secured-paths cannot work in the application '/no-filter'",
            "remove <absolute-ordering> from its WEB-INF/web.xml, or add <others/> to it");
  }

  @Test
  void secured_on_a_bean_that_is_no_resource_stops_the_deployment() throws Exception {
    assertThatThrownBy(() -> deployer.deploy("misplaced")).isInstanceOf(Exception.class);

    assertThat(Files.readString(SERVER.resolve("logs/messages.log")))
        .contains(
            "@Secured on "
                + MisplacedBean.class.getName()
                + ".total protects nothing, since that is no JAX-RS resource");
  }

  /** Open Liberty starts it in spite of the exception. */
  @Test
  void secured_on_a_servlet_is_answered_503() throws Exception {
    try {
      deployer.deploy("misplaced-servlet");
      URL base =
          new URL("http://localhost:" + System.getProperty("it.http.port") + "/misplaced-servlet/");
      AnswerAssert.assertAnswer(new Browser(base).get("misplaced")).hasStatus(503);
      AnswerAssert.assertAnswer(new Browser(base).get("api/login")).hasStatus(503);
    } finally {
      deployer.undeploy("misplaced-servlet");
    }

    assertThat(Files.readString(SERVER.resolve("logs/messages.log")))
        .contains("@Secured on " + MisplacedServlet.class.getName() + " protects nothing");
  }

  @AfterEach
  void removeTheWars() throws Exception {
    Files.deleteIfExists(SERVER.resolve("dropins/wrong.war"));
    Files.deleteIfExists(SERVER.resolve("dropins/two-keys.war"));
    Files.deleteIfExists(SERVER.resolve("dropins/no-keys.war"));
    Files.deleteIfExists(SERVER.resolve("dropins/no-filter.war"));
    Files.deleteIfExists(SERVER.resolve("dropins/misplaced.war"));
    Files.deleteIfExists(SERVER.resolve("dropins/misplaced-servlet.war"));
  }
}
