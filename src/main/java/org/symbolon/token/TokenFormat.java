package org.symbolon.token;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.symbolon.UserId;

/** How the tokens of this application are written, and with which keys. Safe for all threads. */
public interface TokenFormat {

  /** The access tokens. */
  AccessTokenCodec accessTokens();

  /**
   * The first refresh token of a new session, whose handle is made here.
   *
   * @param mint as for a child
   * @param authenticatedAt the present time
   * @param absoluteEnd when the session ends at the latest
   * @throws org.symbolon.SessionStoreException if there is no key to be had
   */
  RefreshToken login(
      UserId userId, Mint mint, Instant authenticatedAt, Instant absoluteEnd, SecureRandom random);

  /**
   * Reads what a client presented. No database access, unless its key is unknown.
   *
   * @param text untrusted
   * @return empty if it is none of ours
   * @throws org.symbolon.SessionStoreException if that cannot be told at the moment
   */
  Optional<RefreshToken> decode(String text);

  /** The hash2 that goes with a hash1 out of an access token. */
  String hash2Of(String hash1);
}
