package org.symbolon.token;

import java.util.Optional;

/** Access tokens and their text. */
public interface AccessTokenCodec {

  /**
   * Signs.
   *
   * @throws org.symbolon.SessionStoreException if there is no key to sign with
   */
  String encode(AccessClaims claims);

  /**
   * Verifies the token and reads the claims. The expiry is the caller's to check.
   *
   * @param token untrusted
   * @return empty if it is none of ours
   * @throws org.symbolon.SessionStoreException if it cannot be told whether its key counts
   */
  Optional<VerifiedToken> decode(String token);

  /**
   * What of a token decides whether it is genuine, and what it says. Tokens that agree in it are
   * decoded alike, so that none of them need be remembered beside another one.
   *
   * @param token untrusted
   * @return empty if it cannot be one of ours
   */
  Optional<String> verifiedPart(String token);

  /**
   * How many characters of a cookie the tokens of this token's session take at most, as long as
   * user and payload stay the same.
   *
   * @param token made by {@link #encode}
   */
  int longestLength(String token);
}
