package org.symbolon.token;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.symbolon.UserId;
import org.symbolon.config.AccessTokenConfig;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.KeySource;

/** The library's own format: access tokens are JSON Web Signatures, refresh tokens have seeds. */
public final class SeededFormat implements TokenFormat {
  private final KeySource keys;
  private final AccessTokenCodec accessTokens;
  private final SeededRefreshTokenCodec refreshTokens;

  /** With these keys. */
  public SeededFormat(KeySource keys, AccessTokenConfig config) {
    this.keys = keys;
    ClaimsJson json = new ClaimsJson(config.issuer(), config.audience(), config.claims());
    this.accessTokens =
        new VerifiedTokens(
            new JwsAccessTokenCodec(keys, config.type(), json), id -> keys.find(id).isPresent());
    this.refreshTokens =
        new SeededRefreshTokenCodec(
            id -> keys.find(id).filter(key -> key.purpose() == KeyPurpose.REFRESH));
  }

  @Override
  public AccessTokenCodec accessTokens() {
    return accessTokens;
  }

  @Override
  public RefreshToken login(
      UserId userId, Mint mint, Instant authenticatedAt, Instant absoluteEnd, SecureRandom random) {
    return SeededRefreshTokenCodec.login(
        keys.current(KeyPurpose.REFRESH), mint, authenticatedAt, absoluteEnd, random);
  }

  @Override
  public Optional<RefreshToken> decode(String text) {
    return refreshTokens.decode(text).map(token -> token);
  }

  /**
   * Takes a refresh token of another format as if it were one of ours.
   *
   * @throws org.symbolon.SessionStoreException if there is no key to be had
   */
  public RefreshToken adopt(ForeignRefreshToken foreign) {
    return new AdoptedRefreshToken(RefreshKey.of(keys.current(KeyPurpose.REFRESH)), foreign);
  }

  @Override
  public String hash2Of(String hash1) {
    return SeededRefreshToken.hash2Of(hash1);
  }
}
