package org.symbolon.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.symbolon.ClaimValidator;
import org.symbolon.Secured;
import org.symbolon.config.SessionConfig;

/** The application's {@link ClaimValidator} beans. */
@ApplicationScoped
public class ClaimValidators {
  @Inject SessionConfig config;
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
      Class<?> type = bean.getBean().getBeanClass();
      if (exempt.stream().noneMatch(it -> it.isAssignableFrom(type))) {
        asked.add(bean.get());
      }
    }
    return new ClaimCheck(List.copyOf(asked), config.http().invalidClaimStatus());
  }
}
