package org.symbolon.http.transport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionException;
import org.symbolon.config.SessionConfig;

/** Chooses the transport for a request. Nothing else tells one generation from another. */
@ApplicationScoped
public class Transports {
  /** What scripts may read of answers, whatever their generation. */
  public static final List<String> EXPOSED =
      HeaderList.union(CookieTransport.EXPOSED, FrontTokenTransport.EXPOSED);

  private SessionConfig config;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public Transports() {}

  /** With the configured cookies, modes and origins. */
  @Inject
  public Transports(SessionConfig config) {
    this.config = config;
  }

  /** The transport of what the request presents. */
  public SessionTransport of(RequestHead request) {
    return isOfToday(request) || (holdsTokensOfToday(request) && !isRefresh(request))
        ? new FrontTokenTransport(config)
        : new CookieTransport(config);
  }

  /** Writes what was staged, a new session as the client that logs in understands it. */
  public void write(
      StagedTokens staged, RequestHead request, MultivaluedMap<String, Object> headers) {
    if (staged.access() == null && !(staged.clears() && mayTakeAway(staged, request))) {
      SessionCookies.replace(
          headers,
          staged.clears()
              ? List.of()
              : new SessionCookies(config).removeOlder(CookieHeader.of(request)));
      return;
    }
    SessionTransport transport =
        staged.login() && !isOfToday(request) ? new CookieTransport(config) : of(request);
    transport.write(staged, request, headers);
  }

  /**
   * Browsers obey a deletion whoever caused the request, and whatever they have received since it
   * left. So there is one only for those who presented what is deleted, and only for a page that
   * may use the session, or where that session is surely over.
   */
  private boolean mayTakeAway(StagedTokens staged, RequestHead request) {
    return of(request).holdsTokens(request)
        && (staged.removal() == StagedTokens.Removal.ENDED
            || new RequestSite(request, config.http().allowedOrigins()).mayUseSession());
  }

  /**
   * How this client is told of a failure; {@code null} as everybody is. Stages that it loses its
   * tokens if it does.
   */
  public @Nullable HttpAnswer refuse(SessionException failure, RequestHead request) {
    Refusal refusal = Refusal.of(failure);
    if (refusal == null) {
      return null;
    }
    if (refusal == Refusal.UNAUTHORISED && OwnFailure.is(request, failure)) {
      StagedTokens.clear(request, false);
    }
    return of(request).refuse(refusal);
  }

  /**
   * The bearer token that was taken for a refresh token is none of ours: from now on it is not
   * there.
   *
   * @return what the request presents beside it; {@code null} if there was no such token
   */
  public @Nullable PresentedTokens withoutForeignBearer(RequestHead request) {
    if (!new TransferMode.Choice(config).hasBearer(request)) {
      return null;
    }
    BearerToken.forget(request);
    return of(request).read(request);
  }

  /** Whether the request's tokens are in a header, which no page can have a browser send. */
  public boolean comesWithBearer(RequestHead request) {
    return new TransferMode.Choice(config).hasBearer(request);
  }

  /** Whether a login's tokens go into headers, which a page of another site cannot have kept. */
  public boolean loginGoesIntoHeaders(RequestHead request) {
    return isOfToday(request)
        && new TransferMode.Choice(config).wished(request) == TransferMode.HEADER;
  }

  /** Says it itself, or has a token that only such clients have. */
  private boolean isOfToday(RequestHead request) {
    return request.header(FrontTokenTransport.MODE) != null
        || new TransferMode.Choice(config).hasBearer(request);
  }

  /**
   * A page that the browser loads itself cannot say anything. Clients before today's have the
   * second cookie for as long as the first.
   */
  private static boolean holdsTokensOfToday(RequestHead request) {
    CookieHeader sent = CookieHeader.of(request);
    return sent.all(SessionCookies.ID_REFRESH).isEmpty()
        && !sent.all(SessionCookies.ACCESS).isEmpty();
  }

  private boolean isRefresh(RequestHead request) {
    return new TransferMode.Choice(config).isRefresh(request);
  }
}
