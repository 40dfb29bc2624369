package org.symbolon.reference;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.UserId;
import org.symbolon.config.SessionConfig;
import org.symbolon.token.AccessTokenCodec;
import org.symbolon.token.Mint;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.TokenFormat;
import org.symbolon.token.VerifiedTokens;

/** The format of the reference, for a database that is shared with it. */
public final class ReferenceFormat implements TokenFormat {
  private final AccessTokenCodec accessTokens;
  private final ReferenceKeys keys;
  private final Lifetime lifetime;

  /**
   * With these keys.
   *
   * @param supplied the application's keys of access tokens; {@code null} if they are in the table
   * @param clock the database's
   */
  public ReferenceFormat(
      SessionConfig config,
      ReferenceKeys keys,
      @Nullable SuppliedAccessKeys supplied,
      InstantSource clock) {
    AccessKeys accessKeys = supplied == null ? keys : supplied;
    this.keys = keys;
    this.lifetime = new Lifetime(config.refreshToken().maxLifetime(), clock);
    this.accessTokens =
        new VerifiedTokens(
            new ReferenceAccessTokenCodec(accessKeys, new ReferenceClaims(config, lifetime)),
            id -> accessKeys.verifying().stream().anyMatch(key -> key.id().equals(id)));
  }

  @Override
  public AccessTokenCodec accessTokens() {
    return accessTokens;
  }

  /** The mint has no effect: a login's token has no siblings. */
  @Override
  public RefreshToken login(
      UserId userId, Mint mint, Instant authenticatedAt, Instant absoluteEnd, SecureRandom random) {
    return ReferenceRefreshTokenCodec.login(
        keys.refreshKey(), userId, authenticatedAt, lifetime, random);
  }

  @Override
  public Optional<RefreshToken> decode(String text) {
    return ReferenceRefreshTokenCodec.isPlausible(text)
        ? ReferenceRefreshTokenCodec.decode(text, keys.refreshKey(), lifetime).map(token -> token)
        : Optional.empty();
  }

  @Override
  public String hash2Of(String hash1) {
    return ReferenceRefreshToken.hash2Of(hash1);
  }
}
