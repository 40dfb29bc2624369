package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;
import org.symbolon.SessionHandle;
import org.symbolon.SessionManager;
import org.symbolon.UserId;

/** What can be done with the session of the request. */
@Path("/session-data")
@RequestScoped
public class SessionResource {
  @Inject CurrentSession session;
  @Inject SessionManager manager;

  @GET
  @Path("found")
  public String found() {
    return session.find().isPresent() ? "session" : "no session";
  }

  @GET
  @Path("required")
  public String required() {
    return session.get().userId().toString();
  }

  @GET
  @Path("payload")
  @Secured
  public String payload() {
    return String.valueOf(session.get().payload());
  }

  @POST
  @Path("groups")
  @Secured
  public String replacePayload(@QueryParam("groups") String groups) {
    JsonValue payload = session.replacePayload(LoginResource.payload(groups)).payload();
    return payload + " = " + session.get().payload();
  }

  @GET
  @Path("info")
  @Secured
  public String info() {
    return String.valueOf(session.info());
  }

  @POST
  @Path("info")
  @Secured
  public String replaceInfo(@QueryParam("text") String text) {
    session.replaceInfo(Json.createValue(text));
    return "done";
  }

  /** As an administrator looks at, or changes, a session that may have ended. */
  @POST
  @Path("other/{what}")
  @Secured
  public String other(@PathParam("what") String what, @QueryParam("other") String other) {
    switch (what) {
      case "info" -> manager.info(new SessionHandle(other));
      case "replace-info" -> manager.replaceInfo(new SessionHandle(other), JsonValue.TRUE);
      case "payload" -> manager.payload(new SessionHandle(other));
      case "replace-payload" -> manager.replacePayload(new SessionHandle(other), JsonValue.TRUE);
      case "renew" -> manager.replacePayload(other, JsonValue.TRUE);
      case "verify" -> manager.verify(other, AntiCsrfCheck.skip());
      case "refresh" -> manager.refresh(other);
      default -> throw new IllegalArgumentException(what);
    }
    return "there";
  }

  @GET
  @Path("count")
  public String count(@QueryParam("user") String user) {
    return "" + manager.handles(UserId.of(user)).size();
  }

  /** As an administrator does: the client is not there. */
  @POST
  @Path("end")
  public String endAllOf(@QueryParam("user") String user) {
    return "" + manager.revokeAll(UserId.of(user)).size();
  }
}
