package org.symbolon.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;

/**
 * Hibernate's own services, not those of the application or the server: an {@code Integrator} of
 * theirs is meant for their entities, and would be called with ours.
 */
final class OwnServices extends ClassLoaderServiceImpl {

  /** A class path that cannot be read fails for ever. */
  private static final int MOST_FAILURES = 100;

  OwnServices(ClassLoader ours) {
    super(ours);
  }

  @Override
  public <S> Collection<S> loadJavaServices(Class<S> contract) {
    List<S> services = new ArrayList<>();
    Iterator<ServiceLoader.Provider<S>> providers =
        ServiceLoader.load(contract, SessionFactory.class.getClassLoader()).stream().iterator();
    for (int failures = 0; failures < MOST_FAILURES; failures++) {
      try {
        while (providers.hasNext()) {
          ServiceLoader.Provider<S> provider = providers.next();
          if (isOfHibernate(provider.type())) {
            services.add(provider.get());
          }
        }
        return services;
      } catch (ServiceConfigurationError | LinkageError e) {
        // one that cannot be loaded is not Hibernate's; the others still count
      }
    }
    return services;
  }

  private static boolean isOfHibernate(Class<?> type) {
    return Objects.equals(
        type.getProtectionDomain().getCodeSource(),
        SessionFactory.class.getProtectionDomain().getCodeSource());
  }
}
