package org.symbolon;

/**
 * A refresh token came that only a copy can explain. What {@code symbolon.theft-reaction} says has
 * already been done (default: this session is revoked), and {@link SessionEvent.TheftDetected} has
 * been announced; warning the user is the application's part.
 *
 * <p>HTTP: like unauthorised. (RFC 9700 §4.14.2; reference behaviour, refresh 5.)
 */
public final class TokenTheftDetectedException extends SessionException {
  private static final long serialVersionUID = 1L;

  private final transient SessionHandle handle;
  private final transient UserId userId;

  /** For the session with this handle, of this user. */
  public TokenTheftDetectedException(SessionHandle handle, UserId userId) {
    super(Reason.THEFT, "token theft detected in session " + handle);
    this.handle = handle;
    this.userId = userId;
  }

  /** The session whose token was copied. */
  public SessionHandle handle() {
    return handle;
  }

  /** The user whom it belongs to. */
  public UserId userId() {
    return userId;
  }
}
