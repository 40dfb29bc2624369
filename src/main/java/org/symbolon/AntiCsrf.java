package org.symbolon;

/** When {@link Secured} asks for the anti-CSRF token (request header {@code anti-csrf}). */
public enum AntiCsrf {
  /** For every method but {@code GET}, {@code HEAD} and {@code OPTIONS}: the default. */
  AUTOMATIC,
  /** For every method, also for reads that disclose much. */
  ALWAYS,
  /** Never: for callers that cannot send a header, and calls that change nothing. */
  NEVER;

  /**
   * Whether a request with this method must carry the token.
   *
   * @param httpMethod upper case, as on the wire
   */
  public boolean appliesTo(String httpMethod) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTOMATIC ->
          !httpMethod.equals("GET") && !httpMethod.equals("HEAD") && !httpMethod.equals("OPTIONS");
    };
  }
}
