package org.symbolon.cdi;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.InvalidConfigurationException;
import org.symbolon.config.ProtectionConfig;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SessionConfigReader;
import org.symbolon.security.RoleBinding;

/** Stops a deployment that cannot work, before it serves anything. */
public class SymbolonExtension implements Extension {
  private static final System.Logger LOG = System.getLogger(SymbolonExtension.class.getName());
  private static final String MECHANISM_API =
      "jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism";

  private @Nullable SessionConfig config;
  private boolean mechanism;

  /** For the server. */
  public SymbolonExtension() {}

  /** The settings, which were read and checked before any bean was made. */
  public SessionConfig config() {
    if (config == null) {
      throw new IllegalStateException("the configuration was refused; the deployment has stopped");
    }
    return config;
  }

  /** Asked for ahead of all other settings, which are read when all beans are known. */
  void addMechanism(@Observes BeforeBeanDiscovery event, BeanManager beans) {
    mechanism =
        ConfigProvider.getConfig()
            .getOptionalValue(ProtectionConfig.MECHANISM, String.class)
            .filter(text -> text.strip().equalsIgnoreCase("true"))
            .isPresent();
    if (mechanism) {
      require(MECHANISM_API, ProtectionConfig.MECHANISM + " = true", "Jakarta Security");
      RoleBinding.add(event, beans);
    }
  }

  private static void require(String api, String setting, String what) {
    try {
      Class.forName(api, false, SymbolonExtension.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new DeploymentException(setting + " needs " + what + ", which this server lacks", e);
    }
  }

  <T> void enforceRoles(
      @Observes @WithAnnotations({RolesAllowed.class, DenyAll.class})
          ProcessAnnotatedType<T> event) {
    if (mechanism) {
      RoleBinding.bind(event);
    }
  }

  void validate(@Observes AfterDeploymentValidation event, BeanManager beans) {
    Config source = ConfigProvider.getConfig();
    try {
      config =
          SessionConfigReader.read(
              name -> source.getOptionalValue(name, String.class), source.getPropertyNames());
    } catch (InvalidConfigurationException e) {
      event.addDeploymentProblem(e);
    }
    try {
      boolean supplied = SuppliedKeysBean.isThere(beans);
      if (config != null && !supplied) {
        SuppliedKeysBean.requireNoneNeeded(config.accessToken().algorithm());
      }
      if (config != null && config.protection().paths().any()) {
        require("jakarta.servlet.Filter", "symbolon.secured-paths", "servlets");
      }
      if (config != null) {
        requireOurInitializer(config.protection());
      }
    } catch (DeploymentException e) {
      event.addDeploymentProblem(e);
    }
  }

  /** Where it can be seen here already; otherwise, the servlet context tells later. */
  private static void requireOurInitializer(ProtectionConfig protection) {
    Path descriptor = AbsoluteOrdering.leavingOut(SymbolonExtension.class);
    if (descriptor != null && !protection.concernsServlets()) {
      LOG.log(
          Level.WARNING,
          "<absolute-ordering> in {0} leaves the library out, so that not every server lets it check"
              + " whether JAX-RS loads its filters: add <others/> to it",
          descriptor);
    } else if (descriptor != null) {
      throw new DeploymentException(
          "symbolon.secured-paths and "
              + ProtectionConfig.MECHANISM
              + " cannot work, since <absolute-ordering> in "
              + descriptor
              + " leaves the library's ServletContainerInitializer out: remove it, or add"
              + " <others/> to it");
    }
  }

  /**
   * smallrye-jwt, which we bring along for its tokens, would otherwise take the place of the
   * server's own {@code JsonWebToken} in the application (seen on Payara).
   */
  <T> void vetoBundledBeans(
      @Observes
          @WithAnnotations({
            ApplicationScoped.class,
            RequestScoped.class,
            Dependent.class,
            Inject.class,
            Produces.class
          })
          ProcessAnnotatedType<T> event) {
    Class<T> type = event.getAnnotatedType().getJavaClass();
    if (type.getName().startsWith("io.smallrye.jwt.")
        && type.getClassLoader() == SymbolonExtension.class.getClassLoader()) {
      event.veto();
    }
  }
}
