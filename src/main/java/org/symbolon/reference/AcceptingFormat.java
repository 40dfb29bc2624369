package org.symbolon.reference;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.symbolon.UserId;
import org.symbolon.config.SessionConfig;
import org.symbolon.token.AccessTokenCodec;
import org.symbolon.token.ForeignRefreshToken;
import org.symbolon.token.Mint;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.SeededFormat;
import org.symbolon.token.TokenFormat;

/**
 * Our own format, which also takes the reference's refresh tokens, and answers with ours: sessions
 * move over, one by one, and none goes back.
 */
public final class AcceptingFormat implements TokenFormat {
  private final SeededFormat own;
  private final ReferenceKeys keys;
  private final Lifetime lifetime;

  /**
   * In front of our own.
   *
   * @param keys of the reference, read only
   * @param clock the database's
   */
  public AcceptingFormat(
      SeededFormat own, SessionConfig config, ReferenceKeys keys, InstantSource clock) {
    this.own = own;
    this.keys = keys;
    this.lifetime = new Lifetime(config.refreshToken().maxLifetime(), clock);
  }

  @Override
  public AccessTokenCodec accessTokens() {
    return own.accessTokens();
  }

  @Override
  public RefreshToken login(
      UserId userId, Mint mint, Instant authenticatedAt, Instant absoluteEnd, SecureRandom random) {
    return own.login(userId, mint, authenticatedAt, absoluteEnd, random);
  }

  @Override
  public Optional<RefreshToken> decode(String text) {
    return ReferenceRefreshTokenCodec.isPlausible(text) // ours have no dot
        ? keys.refreshKeyIfThere()
            .flatMap(key -> ReferenceRefreshTokenCodec.decode(text, key, lifetime))
            .map(this::adopted)
        : own.decode(text);
  }

  private RefreshToken adopted(ReferenceRefreshToken token) {
    Instant begin = token.authenticatedAt();
    Set<String> formerHash2s = new HashSet<>(Set.of(token.hash2()));
    token.parentHash2().ifPresent(formerHash2s::add);
    return own.adopt(
        new ForeignRefreshToken(
            token.text(), token.handle(), begin, begin.plus(lifetime.longest()), formerHash2s));
  }

  @Override
  public String hash2Of(String hash1) {
    return own.hash2Of(hash1);
  }
}
