package org.symbolon.http.transport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.symbolon.config.SessionConfig;

/** Chooses the transport for a request. Nothing else tells one generation from another. */
@ApplicationScoped
public class Transports {
  /** What scripts may read of answers, whatever their generation. */
  public static final List<String> EXPOSED =
      HeaderList.union(CookieTransport.EXPOSED, FrontTokenTransport.EXPOSED);

  @Inject SessionConfig config;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public Transports() {}

  /** The transport of what the request presents. */
  public SessionTransport of(RequestHead request) {
    return isOfToday(request) || (holdsTokensOfToday(request) && !isRefresh(request))
        ? new FrontTokenTransport(config)
        : new CookieTransport(config);
  }

  /** Writes what was staged, a new session as the client that logs in understands it. */
  public void write(
      StagedTokens staged, RequestHead request, MultivaluedMap<String, Object> headers) {
    SessionTransport transport =
        staged.login() && !isOfToday(request) ? new CookieTransport(config) : of(request);
    transport.write(staged, request, headers);
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
