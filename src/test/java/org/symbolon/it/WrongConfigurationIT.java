package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.AccessTokenKey;
import org.symbolon.AccessTokenKeys;

/** A deployment that cannot work is stopped, with one line that says why. */
@ExtendWith(ArquillianExtension.class)
class WrongConfigurationIT {
  private static final Path SERVER =
      Path.of(System.getProperty("it.liberty", ""), "usr/servers/symbolon-it");

  @Deployment(name = "wrong", managed = false, testable = false)
  static WebArchive war() {
    return LibraryWar.named("wrong.war")
        .with(LoginResource.class, KeyBean.class, OtherKeyBean.class)
        .config("symbolon.access-token.validity", "3600")
        .config("symbolon.cookie.same-site", "none")
        .config("symbolon.cookie.secure", "false")
        .build();
  }

  /** Two sources of keys. */
  @Dependent
  public static class OtherKeyBean implements AccessTokenKeys {
    @Override
    public List<AccessTokenKey> keys() {
      return List.of();
    }
  }

  @ArquillianResource Deployer deployer;

  @Test
  void every_wrong_property_is_named_with_its_value_and_the_rule() throws Exception {
    assertThatThrownBy(() -> deployer.deploy("wrong")).isInstanceOf(Exception.class);

    assertThat(Files.readString(SERVER.resolve("logs/messages.log")))
        .contains("symbolon.access-token.validity = 3600: must be an ISO-8601 duration")
        .contains("symbolon.cookie.same-site = none: needs symbolon.cookie.secure=true")
        .contains(
            "Symbolon needs one bean of type AccessTokenKeys, or none, but there are: "
                + KeyBean.class.getName()
                + ", "
                + OtherKeyBean.class.getName());
  }

  @AfterEach
  void removeTheWar() throws Exception {
    Files.deleteIfExists(SERVER.resolve("dropins/wrong.war"));
  }
}
