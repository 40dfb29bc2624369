package org.symbolon.http.transport;

import org.jspecify.annotations.Nullable;
import org.symbolon.SessionTokens;
import org.symbolon.Token;
import org.symbolon.Verification;

/**
 * What the answer will do to the client's tokens. Kept in a property of the request, so that it is
 * there wherever the response filter runs; the last word replaces what was said before.
 *
 * @param access the new access token and its session, or {@code null} to leave it
 * @param all all tokens, at login and refresh; {@code access} is the newer where both are there
 * @param login whether the session is a new one, not one that the request presented
 * @param removal what is taken away
 */
public record StagedTokens(
    @Nullable Access access, @Nullable SessionTokens all, boolean login, Removal removal) {
  private static final String PROPERTY = StagedTokens.class.getName();

  /** What is taken away. */
  public enum Removal {
    /** Nothing. */
    NONE,
    /** Cookies that were left over from older domains, as with every other answer. */
    OLDER,
    /** All tokens, if the page that sent the request may use them. */
    IF_ALLOWED,
    /** All tokens: the application has ended the very session that the request presented. */
    ENDED
  }

  /**
   * An access token for the client.
   *
   * @param token the token
   * @param session what it says
   */
  public record Access(Token token, org.symbolon.Session session) {}

  /** What the request staged, or {@code null}. */
  public static @Nullable StagedTokens of(RequestHead request) {
    return (StagedTokens) request.property(PROPERTY);
  }

  /** The client gets all tokens of a new session. */
  public static void login(RequestHead request, SessionTokens tokens) {
    stage(request, of(tokens, true));
  }

  /** The client gets all tokens anew, of the session that it presented. */
  public static void refresh(RequestHead request, SessionTokens tokens) {
    stage(request, of(tokens, false));
  }

  /** The client gets another access token, if there is one, besides what it gets already. */
  public static void renew(RequestHead request, Verification verification) {
    Token token = verification.replacement();
    if (token != null) {
      StagedTokens before = of(request);
      SessionTokens all = before == null ? null : before.all();
      stage(
          request,
          new StagedTokens(
              new Access(token, verification.session()),
              all,
              before != null && before.login(),
              Removal.NONE));
    }
  }

  /**
   * The client loses all tokens, if {@link Transports} finds that it may.
   *
   * @param ended whether the application has ended the very session that the request presented
   */
  public static void clear(RequestHead request, boolean ended) {
    stage(request, new StagedTokens(null, null, false, ended ? Removal.ENDED : Removal.IF_ALLOWED));
  }

  /** The client loses what was left over from older domains, whatever else is said. */
  public static void tidy(RequestHead request) {
    if (of(request) == null) {
      stage(request, new StagedTokens(null, null, false, Removal.OLDER));
    }
  }

  private static void stage(RequestHead request, StagedTokens tokens) {
    request.property(PROPERTY, tokens);
    request.staged();
  }

  static StagedTokens of(SessionTokens tokens, boolean login) {
    return new StagedTokens(
        new Access(tokens.accessToken(), tokens.session()), tokens, login, Removal.NONE);
  }

  /** Whether all tokens are taken away. */
  boolean clears() {
    return removal == Removal.IF_ALLOWED || removal == Removal.ENDED;
  }
}
