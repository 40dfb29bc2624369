package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.symbolon.ClaimValidator;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;

/** Where a user mends what {@link PaidUp} objects to. */
@Path("/payment")
@RequestScoped
@Secured
public class PaymentResource {
  @Inject CurrentSession session;

  @POST
  @Secured(exempt = PaidUp.class)
  public String pay() {
    session.replacePayload(LoginResource.payload("paid"));
    return "thank you";
  }

  @POST
  @Path("later")
  @Secured(exempt = ClaimValidator.class)
  public String later() {
    return "as you like";
  }

  @POST
  @Path("invoice")
  public String invoice() {
    return "an invoice";
  }
}
