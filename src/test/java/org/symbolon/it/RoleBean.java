package org.symbolon.it;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A CDI bean with roles on its methods and its class. */
@ApplicationScoped
@DenyAll
public class RoleBean {

  @RolesAllowed("admin")
  public String forAdmins() {
    return "for administrators";
  }

  @PermitAll
  public String forAll() {
    return "for all";
  }

  public String forNobody() {
    return "for nobody";
  }
}
