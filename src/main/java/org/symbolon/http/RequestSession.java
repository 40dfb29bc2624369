package org.symbolon.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.symbolon.CurrentSession;
import org.symbolon.Session;
import org.symbolon.SessionException;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionForbiddenException;
import org.symbolon.SessionHandle;
import org.symbolon.SessionManager;
import org.symbolon.SessionNotFoundException;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;
import org.symbolon.config.HttpConfig;
import org.symbolon.config.SessionConfig;
import org.symbolon.http.transport.OwnFailure;
import org.symbolon.http.transport.PresentedTokens;
import org.symbolon.http.transport.RequestHead;
import org.symbolon.http.transport.RequestSite;
import org.symbolon.http.transport.StagedTokens;
import org.symbolon.http.transport.Transports;
import org.symbolon.log.LimitedLog;

/** The request's session, and what the answer is going to do to the client's tokens. */
@RequestScoped
public class RequestSession implements CurrentSession {
  private static final System.Logger LOG = System.getLogger(RequestSession.class.getName());
  private static final LimitedLog NOT_REVOKED = new LimitedLog(LOG, System::nanoTime);

  @Inject SessionConfig config;
  @Inject SessionManager manager;
  @Inject Entrance entrance;
  @Inject Transports transports;
  private @Nullable RequestHead request;
  private PresentedTokens presented = PresentedTokens.NONE;
  private @Nullable Session session;
  private @Nullable String accessToken;
  private boolean left;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public RequestSession() {}

  /** A request has arrived; whom it was entered for before, it stays. */
  public void begin(RequestHead newRequest, PresentedTokens newPresented) {
    request = newRequest;
    presented = newPresented;
  }

  /** What the request brought along. */
  PresentedTokens presented() {
    return presented;
  }

  /** A secured request was let in. */
  public void enter(Entrance.Entry entry) {
    session = entry.session();
    accessToken = entry.token();
  }

  /**
   * The request's session, asked for where no {@link org.symbolon.Secured} says so.
   *
   * @throws SessionException if there is none, as a secured resource would refuse it
   */
  public Session demand() {
    if (request == null) {
      throw new UnauthorisedException(Reason.NO_SESSION, "there is no request here");
    }
    if (session == null && !left) {
      enter(entrance.enter(request, presented, Entrance.check(request, presented)));
    }
    return get();
  }

  @Override
  public Session create(UserId userId, @Nullable JsonValue payload, @Nullable JsonValue info) {
    RequestHead current = request();
    HttpConfig http = config.http();
    if (!transports.loginGoesIntoHeaders(current)
        && !new RequestSite(current, http.allowedOrigins()).mayLogIn(http.loginOrigins())) {
      throw new SessionForbiddenException(
          Reason.FOREIGN_SITE, "Pages of this origin may not log anybody in");
    }
    // told first, so that a failure leaves no session behind that nobody was given
    Collection<Session> before = sessions();
    SessionTokens tokens = manager.create(userId, payload, info);
    replace(before);
    StagedTokens.login(current, tokens);
    left = false;
    session = tokens.session();
    accessToken = tokens.accessToken().value();
    return tokens.session();
  }

  @Override
  public Optional<Session> find() {
    request();
    return Optional.ofNullable(session);
  }

  @Override
  public Session get() {
    return find()
        .orElseThrow(
            () -> new UnauthorisedException(Reason.NO_SESSION, "the request has no session"));
  }

  @Override
  public Session replacePayload(@Nullable JsonValue payload) {
    get();
    String token = accessToken;
    if (token == null) {
      throw new UnauthorisedException(Reason.NO_SESSION, "the request has no session");
    }
    Verification renewed = own(() -> manager.replacePayload(token, payload));
    session = renewed.session();
    Token replacement = renewed.replacement();
    if (replacement != null) {
      accessToken = replacement.value();
      StagedTokens.renew(request(), renewed);
    }
    return renewed.session();
  }

  @Override
  public @Nullable JsonValue info() {
    SessionHandle handle = get().handle();
    return own(() -> manager.info(handle));
  }

  @Override
  public void replaceInfo(@Nullable JsonValue info) {
    SessionHandle handle = get().handle();
    own(
        () -> {
          manager.replaceInfo(handle, info);
          return null;
        });
  }

  /** What is said of this session concerns the client. */
  private <T extends @Nullable Object> T own(Supplier<T> call) {
    try {
      return call.get();
    } catch (SessionNotFoundException e) {
      throw OwnFailure.note(
          request(), new UnauthorisedException(Reason.SESSION_ENDED, "the session has ended"));
    } catch (SessionException e) {
      throw OwnFailure.note(request(), e);
    }
  }

  @Override
  public void revoke() {
    Entrance.requireAllRead(request(), presented);
    boolean ended = session != null;
    for (Session each : sessions()) {
      ended |= manager.revoke(each);
    }
    leave(ended);
  }

  @Override
  public void revokeAll() {
    manager.revokeAll(get().userId());
    leave(true);
  }

  /**
   * The client loses its tokens, unless something else is said later.
   *
   * @param ended whether the application has ended its session
   */
  void leave(boolean ended) {
    StagedTokens.clear(request(), ended);
    left = true;
    session = null;
    accessToken = null;
  }

  /** A login replaces the sessions that the client came with, if it can still be told which. */
  private void replace(Collection<Session> before) {
    for (Session each : before) {
      try {
        manager.revoke(each);
      } catch (SessionException e) {
        NOT_REVOKED.log(
            Level.WARNING,
            "the session before this login could not be revoked: {0}",
            e.getMessage());
      }
    }
  }

  /**
   * The request's session, also on a resource that is not secured: all of them, since none of those
   * that a browser keeps may go on when it is told that it has left.
   */
  private Collection<Session> sessions() {
    request();
    Map<SessionHandle, Session> found = new LinkedHashMap<>();
    if (session != null) {
      found.put(session.handle(), session);
    }
    for (String token : presented.named()) {
      manager.identify(token).ifPresent(named -> found.putIfAbsent(named.handle(), named));
    }
    return found.values();
  }

  private RequestHead request() {
    if (request == null) {
      throw new IllegalStateException(
          "there is no request of a client here; use SessionManager and send the tokens yourself");
    }
    return request;
  }
}
