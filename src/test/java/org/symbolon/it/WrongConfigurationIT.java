package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
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

  @AfterEach
  void removeTheWars() throws Exception {
    Files.deleteIfExists(SERVER.resolve("dropins/wrong.war"));
    Files.deleteIfExists(SERVER.resolve("dropins/two-keys.war"));
    Files.deleteIfExists(SERVER.resolve("dropins/no-keys.war"));
  }
}
