package org.symbolon.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.ClaimValidator;
import org.symbolon.Secured;
import org.symbolon.config.SessionConfig;

/** The application's {@link ClaimValidator} beans. */
@ApplicationScoped
public class ClaimValidators {
  @Inject SessionConfig config;
  @Inject BeanManager manager;
  @Inject @Any Instance<ClaimValidator> beans;

  /** Made once: each keeps its bean, which may have no scope of its own. */
  private List<? extends Instance.Handle<ClaimValidator>> handles = List.of();

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public ClaimValidators() {}

  @PostConstruct
  void find() {
    handles = beans.handlesStream().toList();
  }

  /** Those that a secured method asks. */
  ClaimCheck before(Class<?> resource, Method method) {
    Secured secured = Declarations.secured(resource, method);
    Set<Class<? extends ClaimValidator>> exempt =
        secured == null ? Set.of() : Set.of(secured.exempt());
    return check(exempt);
  }

  /** All of them: for what no {@link Secured} says anything about. */
  public ClaimCheck all() {
    return check(Set.of());
  }

  private ClaimCheck check(Set<Class<? extends ClaimValidator>> exempt) {
    List<ClaimValidator> asked = new ArrayList<>();
    for (Instance.Handle<ClaimValidator> bean : handles) {
      if (exempt.isEmpty() || !isExempt(bean, exempt)) {
        asked.add(bean.get());
      }
    }
    return new ClaimCheck(List.copyOf(asked), config.http().invalidClaimStatus());
  }

  /** By what the bean says that it is; a producer may say less than it makes. */
  private boolean isExempt(
      Instance.Handle<ClaimValidator> handle, Set<Class<? extends ClaimValidator>> exempt) {
    Set<Type> types = handle.getBean().getTypes();
    if (types.stream().anyMatch(type -> type instanceof Class<?> it && covers(exempt, it))) {
      return true;
    }
    Object made = types.contains(handle.getBean().getBeanClass()) ? null : made(handle);
    return made != null && covers(exempt, made.getClass());
  }

  private static boolean covers(Set<Class<? extends ClaimValidator>> exempt, Class<?> type) {
    return exempt.stream().anyMatch(it -> it.isAssignableFrom(type));
  }

  /** The validator itself and not its proxy; {@code null} while its scope is not active. */
  private @Nullable Object made(Instance.Handle<ClaimValidator> handle) {
    Bean<ClaimValidator> bean = handle.getBean();
    if (!manager.isNormalScope(bean.getScope())) {
      return handle.get();
    }
    try {
      return manager.getContext(bean.getScope()).get(bean, manager.createCreationalContext(bean));
    } catch (ContextNotActiveException e) {
      return null;
    }
  }
}
