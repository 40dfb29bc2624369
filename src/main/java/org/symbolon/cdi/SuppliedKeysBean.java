package org.symbolon.cdi;

import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.symbolon.AccessTokenKeys;
import org.symbolon.config.SigningAlgorithm;

/** The application's bean that supplies keys. It is made by the first call, not before. */
final class SuppliedKeysBean implements Supplier<AccessTokenKeys> {
  private final Instance.Handle<AccessTokenKeys> handle;
  private volatile @Nullable AccessTokenKeys made;

  private SuppliedKeysBean(Instance.Handle<AccessTokenKeys> handle) {
    this.handle = handle;
  }

  /** Empty if the application has none. */
  static Optional<SuppliedKeysBean> in(Instance<AccessTokenKeys> beans) {
    return beans.isUnsatisfied()
        ? Optional.empty()
        : Optional.of(new SuppliedKeysBean(beans.getHandle()));
  }

  /**
   * Whether the application has one.
   *
   * @throws DeploymentException if it has two: which of them would sign must not be left to chance
   */
  static boolean isThere(BeanManager manager) {
    var found = manager.getBeans(AccessTokenKeys.class);
    try {
      return manager.resolve(found) != null;
    } catch (AmbiguousResolutionException e) {
      throw new DeploymentException(
          found.stream()
              .map(bean -> bean.getBeanClass().getName())
              .sorted()
              .collect(
                  Collectors.joining(
                      ", ",
                      "Symbolon needs one bean of type AccessTokenKeys, or none, but there are: ",
                      "")),
          e);
    }
  }

  /**
   * For an application without one.
   *
   * @throws DeploymentException if the algorithm works with such a bean only
   */
  static void requireNoneNeeded(SigningAlgorithm algorithm) {
    if (!algorithm.hasKeysInTable()) {
      throw new DeploymentException(
          "symbolon.access-token.algorithm = %s needs a bean of type AccessTokenKeys: such keys are too large for the table"
              .formatted(algorithm.jwsName()));
    }
  }

  /** The bean's class, or the one that produces it; not that of a proxy. */
  String name() {
    return handle.getBean().getBeanClass().getName();
  }

  @Override
  public AccessTokenKeys get() {
    AccessTokenKeys known = made;
    return known != null ? known : make();
  }

  /** One for all calls, also where the bean's scope is dependent. */
  private synchronized AccessTokenKeys make() {
    AccessTokenKeys known = made;
    if (known == null) {
      known = handle.get();
      made = known;
    }
    return known;
  }
}
