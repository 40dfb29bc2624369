package org.symbolon.it;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;
import org.symbolon.SessionStoreException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;

/** The ways in which a request can end. */
@Path("/endings")
@RequestScoped
public class EndingsResource {
  @Inject CurrentSession session;

  public static class MappedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Provider
  public static class Mapper implements ExceptionMapper<MappedException> {
    @Override
    public Response toResponse(MappedException exception) {
      return Response.status(418).build();
    }
  }

  @POST
  @Path("{ending}")
  public String end(@PathParam("ending") String ending, @QueryParam("user") String user) {
    login(user);
    throw failure(ending);
  }

  @POST
  @Path("stage")
  public CompletionStage<String> stage(@QueryParam("user") String user) {
    login(user);
    return CompletableFuture.supplyAsync(() -> "later", later());
  }

  @POST
  @Path("stage/{ending}")
  public CompletionStage<String> failedStage(
      @PathParam("ending") String ending, @QueryParam("user") String user) {
    login(user);
    return CompletableFuture.supplyAsync(
        () -> {
          throw failure(ending);
        },
        later());
  }

  @POST
  @Path("suspended")
  public void suspended(@QueryParam("user") String user, @Suspended AsyncResponse answer) {
    login(user);
    later().execute(() -> answer.resume("later"));
  }

  @POST
  @Path("suspended/{ending}")
  public void failedSuspended(
      @PathParam("ending") String ending,
      @QueryParam("user") String user,
      @Suspended AsyncResponse answer) {
    login(user);
    later().execute(() -> answer.resume(failure(ending)));
  }

  @POST
  @Path("foreign-thread")
  public CompletionStage<String> foreignThread(@QueryParam("user") String user) {
    return CompletableFuture.supplyAsync(
        () -> session.create(UserId.of(user), null, null).handle().toString(), later());
  }

  @GET
  @Path("secured-stage")
  @Secured
  public CompletionStage<String> securedStage() {
    String user = session.get().userId().toString();
    return CompletableFuture.supplyAsync(() -> user, later());
  }

  @GET
  @Path("later/{ending}")
  public CompletionStage<String> failedPage(@PathParam("ending") String ending) {
    return CompletableFuture.supplyAsync(
        () -> {
          throw failure(ending);
        },
        later());
  }

  /** No writer takes it. */
  @GET
  @Path("unwritable")
  @Produces("application/unwritable")
  public Thread unwritable() {
    return Thread.currentThread();
  }

  @GET
  @Path("own-origins")
  public String seeOwnHeaders() {
    return "in";
  }

  @POST
  @Path("streamed")
  public StreamingOutput streamed(@QueryParam("user") String user) {
    login(user);
    return out -> out.write("streamed".getBytes(StandardCharsets.UTF_8));
  }

  private void login(String user) {
    session.create(UserId.of(user), null, null);
  }

  /** The JVM's own timer thread may have the class loader of an application that is gone. */
  private static Executor later() {
    Executor later = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return task ->
        later.execute(
            () -> {
              Thread thread = Thread.currentThread();
              ClassLoader before = thread.getContextClassLoader();
              thread.setContextClassLoader(loader);
              try {
                task.run();
              } finally {
                thread.setContextClassLoader(before);
              }
            });
  }

  private static RuntimeException failure(String ending) {
    return switch (ending) {
      case "mapped" -> new MappedException();
      case "web" -> new WebApplicationException(409);
      case "unmapped" -> new IllegalStateException("no mapper for this one, on purpose");
      case "unauthorised" -> new UnauthorisedException("on purpose");
      case "try-refresh" -> new TryRefreshTokenException("on purpose");
      case "store" -> new SessionStoreException("on purpose", null);
      default -> throw new IllegalArgumentException(ending);
    };
  }
}
