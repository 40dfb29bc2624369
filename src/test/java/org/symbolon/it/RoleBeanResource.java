package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.symbolon.Secured;

/** Open resources that call a bean which is not, and one that is secured. */
@Path("/beans")
@RequestScoped
public class RoleBeanResource {
  @Inject RoleBean bean;
  @Inject LedgerBean ledger;
  @Inject EventCounter events;

  @GET
  @Path("admins")
  public String forAdmins() {
    return bean.forAdmins();
  }

  @POST
  @Path("admins")
  public String changeForAdmins() {
    return bean.forAdmins();
  }

  @GET
  @Path("all")
  public String forAll() {
    return bean.forAll();
  }

  @GET
  @Path("nobody")
  public String forNobody() {
    return bean.forNobody();
  }

  @GET
  @Path("ledger")
  @Secured
  public String ledger() {
    return ledger.balance();
  }

  @GET
  @Path("promotions")
  public String promotions() {
    return "" + events.promotions();
  }
}
