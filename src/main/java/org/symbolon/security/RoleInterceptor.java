package org.symbolon.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Intercepted;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.ForbiddenException;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.symbolon.http.RequestSession;
import org.symbolon.http.RoleRule;

/**
 * Enforces the roles on methods of CDI beans. Who has no session gets the same exception as at
 * {@code CurrentSession}, which JAX-RS and the servlet filter answer as at a secured resource.
 */
@RolesChecked
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RoleInterceptor {
  @Inject RequestSession current;

  /** The class that {@link RoleBinding} asked, which may inherit the method. */
  @Inject @Intercepted @Nullable Bean<?> bean;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public RoleInterceptor() {}

  /** Lets the call pass, or not. */
  @AroundInvoke
  public Object check(InvocationContext call) throws Exception {
    RoleRule rule = rule(call.getTarget(), call.getMethod());
    if (!rule.everyone() && !isAdmitted(rule)) {
      throw new ForbiddenException("This needs a role that the user does not have");
    }
    return call.proceed();
  }

  /** Where nobody is let in, nobody is asked who he is. */
  private boolean isAdmitted(RoleRule rule) {
    return !rule.deniesAll() && rule.admits(current.demand().groups());
  }

  private RoleRule rule(Object target, Method method) {
    return bean == null
        ? strictest(target.getClass(), method)
        : RoleRule.of(bean.getBeanClass(), method);
  }

  /** What is no bean (a servlet, say) may be of a class that the container derived. */
  private static RoleRule strictest(Class<?> type, Method method) {
    return Stream.<Class<?>>iterate(type, it -> it != null, Class::getSuperclass)
        .filter(method.getDeclaringClass()::isAssignableFrom)
        .map(it -> RoleRule.of(it, method))
        .filter(it -> !it.everyone())
        .findFirst()
        .orElseGet(() -> RoleRule.of(method.getDeclaringClass(), method));
  }
}
