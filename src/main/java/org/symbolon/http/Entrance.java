package org.symbolon.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.symbolon.AntiCsrf;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.Session;
import org.symbolon.SessionException;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionForbiddenException;
import org.symbolon.SessionManager;
import org.symbolon.Token;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.Verification;
import org.symbolon.http.transport.OwnFailure;
import org.symbolon.http.transport.PresentedTokens;
import org.symbolon.http.transport.Refusal;
import org.symbolon.http.transport.RequestHead;
import org.symbolon.http.transport.StagedTokens;

/**
 * Has a request's access tokens verified: once, however many ask on its way (a container's
 * mechanism, a servlet filter, JAX-RS), or a first use after a refresh would be two.
 */
@ApplicationScoped
public class Entrance {
  private static final String PROPERTY = Entry.class.getName();

  private SessionManager manager;

  /**
   * A request that was let in.
   *
   * @param presented the access token that it came with
   * @param token the one that stands for the session now
   * @param check which the token has passed
   */
  public record Entry(Session session, String presented, String token, AntiCsrfCheck check) {
    private boolean suffices(PresentedTokens tokens, AntiCsrfCheck asked) {
      return tokens.accessTokens().contains(presented)
          && (asked instanceof AntiCsrfCheck.Skip || asked.equals(check));
    }

    @Override
    public String toString() {
      return "Entry[" + session + "]";
    }
  }

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public Entrance() {}

  /** Over that manager. */
  @Inject
  public Entrance(SessionManager manager) {
    this.manager = manager;
  }

  /** Who was let in on the way, whatever was checked then; {@code null} if nobody. */
  public static @Nullable Entry known(RequestHead request) {
    return request.property(PROPERTY) instanceof Entry known ? known : null;
  }

  /** What a request has to pass where nothing else is said, as {@link AntiCsrf#AUTOMATIC}. */
  public static AntiCsrfCheck check(RequestHead request, PresentedTokens presented) {
    return check(AntiCsrf.AUTOMATIC, request, presented);
  }

  static AntiCsrfCheck check(AntiCsrf rule, RequestHead request, PresentedTokens presented) {
    return rule.appliesTo(request.method()) && !request.isFromOwnPage()
        ? presented.antiCsrf()
        : AntiCsrfCheck.skip();
  }

  /**
   * Lets the request in, and stages the new access token if there is one. Any valid one of several
   * cookies will do, if the valid ones are of one user.
   *
   * @throws SessionException if it may not enter
   */
  public Entry enter(RequestHead request, PresentedTokens presented, AntiCsrfCheck check) {
    if (!presented.sessionExpected()) {
      throw OwnFailure.note(
          request, new UnauthorisedException(Reason.NO_SESSION, "the request has no session"));
    }
    requireAllRead(request, presented);
    Entry known = known(request);
    if (known != null && known.suffices(presented, check)) {
      return known;
    }
    SessionException failure = null;
    for (String token : presented.accessTokens()) {
      try {
        return keep(request, verify(request, presented, token, known, check));
      } catch (SessionForbiddenException e) {
        StagedTokens.tidy(request);
        throw e;
      } catch (SessionException e) {
        // one that says that the session is over must not hide that another one may go on
        failure = failure == null || Refusal.of(failure) == Refusal.UNAUTHORISED ? e : failure;
      }
    }
    throw failure == null
        ? new TryRefreshTokenException(Reason.NO_TOKEN, "the request has no access token")
        : OwnFailure.note(request, failure);
  }

  /** A stricter check than before is made of the token that stands for the session now. */
  private Entry verify(
      RequestHead request,
      PresentedTokens presented,
      String token,
      @Nullable Entry known,
      AntiCsrfCheck check) {
    String present = known != null && known.presented().equals(token) ? known.token() : token;
    Verification verification = manager.verify(present, check);
    requireOneUser(verification.session(), token, presented);
    StagedTokens.renew(request, verification);
    Token replacement = verification.replacement();
    return new Entry(
        verification.session(), token, replacement == null ? present : replacement.value(), check);
  }

  /** Otherwise a sibling domain could put its own session in the place of the user's. */
  private void requireOneUser(Session session, String token, PresentedTokens presented) {
    for (String other : presented.accessTokens()) {
      if (!other.equals(token) && isOfAnother(session, other)) {
        throw new SessionForbiddenException(
            Reason.SEVERAL_USERS, "the request carries access tokens of several users");
      }
    }
  }

  /** An expired token counts as well: its refresh token is not here. What has ended does not. */
  private boolean isOfAnother(Session session, String token) {
    Session other = manager.identify(token).orElse(session);
    return !other.userId().equals(session.userId()) && manager.exists(other.handle());
  }

  /** Refuses, and has what was left over removed, so that the next request may do. */
  static void requireAllRead(RequestHead request, PresentedTokens presented) {
    try {
      presented.requireAllRead();
    } catch (SessionForbiddenException e) {
      StagedTokens.tidy(request);
      throw e;
    }
  }

  private static Entry keep(RequestHead request, Entry entry) {
    request.property(PROPERTY, entry);
    return entry;
  }
}
