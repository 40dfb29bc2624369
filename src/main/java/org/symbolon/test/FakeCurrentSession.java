package org.symbolon.test;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.CurrentSession;
import org.symbolon.Session;
import org.symbolon.SessionException.Reason;
import org.symbolon.SessionHandle;
import org.symbolon.SessionManager;
import org.symbolon.SessionNotFoundException;
import org.symbolon.SessionTokens;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.Verification;

/**
 * A {@link CurrentSession} without a request, for unit tests of resources: create it with {@link
 * SessionsInMemory#currentSession}. It keeps the rules of the real one, and remembers the tokens
 * that the client would have received. For one thread, as a request is.
 */
public final class FakeCurrentSession implements CurrentSession {
  private final SessionManager manager;
  private @Nullable Session session;
  private @Nullable String accessToken;
  private @Nullable SessionTokens issued;

  FakeCurrentSession(SessionManager manager) {
    this.manager = manager;
  }

  /** The tokens of the last login, or {@code null} if there was none or it was revoked. */
  public @Nullable SessionTokens issued() {
    return issued;
  }

  @Override
  public Session create(UserId userId, @Nullable JsonValue payload, @Nullable JsonValue info) {
    SessionTokens tokens = manager.create(userId, payload, info);
    if (session != null) {
      manager.revoke(session);
    }
    issued = tokens;
    session = tokens.session();
    accessToken = tokens.accessToken().value();
    return session;
  }

  @Override
  public Optional<Session> find() {
    return Optional.ofNullable(session);
  }

  @Override
  public Session get() {
    return find()
        .orElseThrow(() -> new UnauthorisedException(Reason.NO_SESSION, "nobody is logged in"));
  }

  @Override
  public Session replacePayload(@Nullable JsonValue payload) {
    get();
    String token = accessToken == null ? "" : accessToken;
    Verification renewed = manager.replacePayload(token, payload);
    if (renewed.replacement() != null) {
      accessToken = renewed.replacement().value();
    }
    session = renewed.session();
    return session;
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

  private static <T extends @Nullable Object> T own(Supplier<T> call) {
    try {
      return call.get();
    } catch (SessionNotFoundException e) {
      throw new UnauthorisedException(Reason.SESSION_ENDED, "the session has ended");
    }
  }

  @Override
  public void revoke() {
    if (session != null) {
      manager.revoke(session);
    }
    leave();
  }

  @Override
  public void revokeAll() {
    manager.revokeAll(get().userId());
    leave();
  }

  /**
   * Whether a request with this access token would be let in now: false once it is expired, or
   * revoked where {@code symbolon.access-token.blacklisting} is on.
   */
  public boolean isAccepted() {
    if (accessToken == null) {
      return false;
    }
    try {
      manager.verify(accessToken, AntiCsrfCheck.skip());
      return true;
    } catch (org.symbolon.SessionException e) {
      return false;
    }
  }

  private void leave() {
    session = null;
    accessToken = null;
    issued = null;
  }
}
