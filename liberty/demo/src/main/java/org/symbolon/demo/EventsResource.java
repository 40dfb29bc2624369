package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/**
 * What happens to sessions, as it happens. This shows everybody's sessions to everybody, which only
 * a demo may do: a real application sends them to administrators, or to each user their own.
 */
@Path("/events")
@RequestScoped
public class EventsResource {
  @Inject EventFeed feed;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void listen(@Context SseEventSink sink, @Context Sse sse) {
    if (!feed.add(new EventListener(sink, sse))) {
      sink.close();
    }
  }

  @GET
  @Path("listeners")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonValue listeners() {
    return Json.createValue(feed.size());
  }
}
