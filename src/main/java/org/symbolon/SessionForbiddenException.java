package org.symbolon;

/**
 * The request may not have what was asked for, whoever sends it again: a page of another site asks
 * for a login ({@link CurrentSession#create}), or the request carries tokens of several users, so
 * that nobody can tell whose it is. Nothing was created, nobody was let in.
 *
 * <p>HTTP: 403, and tokens untouched but for cookies of {@code symbolon.cookie.older-domains}.
 */
public final class SessionForbiddenException extends SessionException {
  private static final long serialVersionUID = 1L;

  /** With the reason, for logs, developers and counters. */
  public SessionForbiddenException(Reason reason, String message) {
    super(reason, message);
  }
}
