package org.symbolon.token;

import java.util.Optional;

/** Access tokens and their text. */
public interface AccessTokenCodec {

  /**
   * Signs.
   *
   * @throws org.symbolon.SessionStoreException if the time slot has no key yet and none can be made
   */
  String encode(AccessClaims claims);

  /**
   * Verifies the signature and reads the claims. The expiry is the caller's to check.
   *
   * @param token untrusted
   * @return empty if it is none of ours
   * @throws org.symbolon.SessionStoreException if its key is unknown and the table cannot be asked
   */
  Optional<AccessClaims> decode(String token);
}
