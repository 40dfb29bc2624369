package org.symbolon.it;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** An enterprise bean, whose roles the server enforces. */
@Stateless
@RolesAllowed("admin")
public class LedgerBean {
  @Resource SessionContext context;

  public String balance() {
    return "a balance for " + context.getCallerPrincipal().getName();
  }
}
