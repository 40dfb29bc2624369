package org.symbolon.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.atomic.AtomicLong;
import org.symbolon.Secured;

/** Something that changes state, so the anti-CSRF token is asked for. */
@Path("/like")
@ApplicationScoped
public class LikeResource {
  private final AtomicLong likes = new AtomicLong();

  @POST
  @Secured
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue like() {
    return Json.createObjectBuilder().add("likes", likes.incrementAndGet()).build();
  }
}
