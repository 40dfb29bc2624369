package org.symbolon.token;

import java.time.Instant;
import java.util.Set;
import org.symbolon.SessionHandle;

/**
 * A genuine refresh token of another format, taken as if its text were of ours: seed, hashes and
 * children follow from that. The session's row still has the hash of the other format; the first
 * refresh replaces it.
 */
final class AdoptedRefreshToken implements RefreshToken {
  /** Of no meaning: the other format has its own way to name a parent, and no siblings of ours. */
  private static final Mint NO_MINT = new Mint.Nonce("0".repeat(2 * Mint.Nonce.BYTES));

  private final SeededRefreshToken token;
  private final Set<String> formerHash2s;

  AdoptedRefreshToken(RefreshKey key, ForeignRefreshToken foreign) {
    this.formerHash2s = foreign.formerHash2s();
    this.token =
        new SeededRefreshToken(
            key,
            new SeededRefreshToken.Claims(
                foreign.handle(), 0, "", NO_MINT, foreign.authenticatedAt(), foreign.absoluteEnd()),
            foreign.text());
  }

  @Override
  public String text() {
    return token.text();
  }

  @Override
  public SessionHandle handle() {
    return token.handle();
  }

  @Override
  public Mint mint() {
    return NO_MINT;
  }

  @Override
  public Instant authenticatedAt() {
    return token.authenticatedAt();
  }

  @Override
  public Instant absoluteEnd() {
    return token.absoluteEnd();
  }

  @Override
  public String hash1() {
    return token.hash1();
  }

  @Override
  public String hash2() {
    return token.hash2();
  }

  @Override
  public boolean succeeds(String rowHash2) {
    return formerHash2s.contains(rowHash2);
  }

  @Override
  public RefreshToken child(Mint mint) {
    return token.child(mint);
  }

  /**
   * Never asked for: no slot is near its mint.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public RefreshToken sibling(Mint mint) {
    throw new UnsupportedOperationException("a token of another format has no siblings of ours");
  }

  @Override
  public String antiCsrf() {
    return token.antiCsrf();
  }

  @Override
  public String idRefresh() {
    return token.idRefresh();
  }

  @Override
  public String toString() {
    return "Adopted" + token;
  }
}
