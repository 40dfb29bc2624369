package org.symbolon.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.ForbiddenException;
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

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public RoleInterceptor() {}

  /** Lets the call pass, or not. */
  @AroundInvoke
  public Object check(InvocationContext call) throws Exception {
    RoleRule rule = RoleRule.of(call.getMethod().getDeclaringClass(), call.getMethod());
    if (!rule.everyone() && !rule.admits(current.demand().groups())) {
      throw new ForbiddenException("This needs a role that the user does not have");
    }
    return call.proceed();
  }
}
