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
   * How many characters of a cookie the tokens of this token's session take at most, as long as
   * user and payload stay the same.
   *
   * @param token made by {@link #encode}
   */
  int longestLength(String token);
}
