package org.symbolon.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.symbolon.SessionHandle;
import org.symbolon.key.HmacSha256;

/**
 * A genuine refresh token of our own format: made here, or checked by {@link
 * SeededRefreshTokenCodec}. From a token T follow
 *
 * <pre>{@code
 * seed(T)  = SHA-256("symbolon/seed/v1" | T)    inside T's children only
 * hash1(T) = SHA-256(seed(T))                   in access tokens
 * hash2(T) = SHA-256(hash1(T))                  in the database
 * }</pre>
 *
 * so that neither the database with its keys nor an access token is enough to make a refresh token,
 * while any node that is shown T can make the child of T for any time slot.
 */
public final class SeededRefreshToken implements RefreshToken {
  private static final String SEED = "symbolon/seed/v1";

  private final RefreshKey key;
  private final Claims claims;
  private final String text;
  private final byte[] seed;

  /**
   * What a refresh token carries.
   *
   * @param handle the session
   * @param generation 0 at login, then one more than the parent's; never an order of time
   * @param parentSeed the parent's seed in hexadecimal; random at login
   * @param mint tells the children of one parent apart
   * @param authenticatedAt when the user logged in; the same in the whole chain
   * @param absoluteEnd when the session ends at the latest; the same in the whole chain
   */
  record Claims(
      SessionHandle handle,
      int generation,
      String parentSeed,
      Mint mint,
      Instant authenticatedAt,
      Instant absoluteEnd) {

    Claims with(int newGeneration, String newParentSeed, Mint newMint) {
      return new Claims(
          handle, newGeneration, newParentSeed, newMint, authenticatedAt, absoluteEnd);
    }

    @Override
    public String toString() {
      return "Claims[" + handle + " " + generation + "]";
    }
  }

  SeededRefreshToken(RefreshKey key, Claims claims, String text) {
    this.key = key;
    this.claims = claims;
    this.text = text;
    this.seed = Hash.sha256(SEED + text);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public SessionHandle handle() {
    return claims.handle();
  }

  /** How many refreshes lie between the login and this token. */
  public int generation() {
    return claims.generation();
  }

  @Override
  public Mint mint() {
    return claims.mint();
  }

  @Override
  public Instant authenticatedAt() {
    return claims.authenticatedAt();
  }

  @Override
  public Instant absoluteEnd() {
    return claims.absoluteEnd();
  }

  @Override
  public String hash1() {
    return Hash.base64Url(Hash.sha256(seed));
  }

  @Override
  public String hash2() {
    return hash2Of(hash1());
  }

  @Override
  public boolean succeeds(String rowHash2) {
    return rowHash2.equals(parentHash2());
  }

  /** The hash2 of the token that this one was refreshed from. */
  public String parentHash2() {
    byte[] parentSeed = HexFormat.of().parseHex(claims.parentSeed());
    return Hash.hex(Hash.sha256(Hash.sha256(parentSeed)));
  }

  /** The hash2 that goes with a hash1 out of an access token. */
  public static String hash2Of(String hash1) {
    return Hash.hex(Hash.sha256(Hash.fromBase64Url(hash1)));
  }

  @Override
  public SeededRefreshToken child(Mint mint) {
    return SeededRefreshTokenCodec.encode(key, claims.with(generation() + 1, Hash.hex(seed), mint));
  }

  @Override
  public SeededRefreshToken sibling(Mint mint) {
    return SeededRefreshTokenCodec.encode(
        key, claims.with(generation(), claims.parentSeed(), mint));
  }

  @Override
  public String antiCsrf() {
    byte[] handle = handle().value().getBytes(StandardCharsets.US_ASCII);
    byte[] data =
        ByteBuffer.allocate(handle.length + Integer.BYTES).put(handle).putInt(generation()).array();
    return shortened(HmacSha256.of(key.antiCsrf(), data));
  }

  @Override
  public String idRefresh() {
    return shortened(HmacSha256.of(key.idRefresh(), text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String shortened(byte[] mac) {
    return Hash.base64Url(mac).substring(0, 22);
  }

  @Override
  public String toString() {
    return "SeededRefreshToken[" + claims + "]";
  }
}
