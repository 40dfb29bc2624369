package org.symbolon.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.symbolon.SessionHandle;
import org.symbolon.key.HmacSha256;

/**
 * A genuine refresh token: made here, or checked by {@link RefreshTokenCodec}. From a token T
 * follow
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
public final class RefreshToken {
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

  RefreshToken(RefreshKey key, Claims claims, String text) {
    this.key = key;
    this.claims = claims;
    this.text = text;
    this.seed = Hash.sha256(SEED + text);
  }

  /** What the client holds. */
  public String text() {
    return text;
  }

  /** The session. */
  public SessionHandle handle() {
    return claims.handle();
  }

  /** How many refreshes lie between the login and this token. */
  public int generation() {
    return claims.generation();
  }

  /** What tells it apart from its siblings. */
  public Mint mint() {
    return claims.mint();
  }

  /** When the user logged in. */
  public Instant authenticatedAt() {
    return claims.authenticatedAt();
  }

  /** When the session ends at the latest. */
  public Instant absoluteEnd() {
    return claims.absoluteEnd();
  }

  /** For access tokens. */
  public String hash1() {
    return Hash.base64Url(Hash.sha256(seed));
  }

  /** For the database, 64 hexadecimal digits. */
  public String hash2() {
    return hash2Of(hash1());
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

  /** The token that a refresh of this one gives. */
  public RefreshToken child(Mint mint) {
    return RefreshTokenCodec.encode(key, claims.with(generation() + 1, Hash.hex(seed), mint));
  }

  /** The token that the same refresh would have given at another time. */
  public RefreshToken sibling(Mint mint) {
    return RefreshTokenCodec.encode(key, claims.with(generation(), claims.parentSeed(), mint));
  }

  /**
   * The anti-CSRF token that goes with it. Siblings agree on it, so that a page which still holds
   * one sibling's is not refused beside the other's access token.
   */
  public String antiCsrf() {
    byte[] handle = handle().value().getBytes(StandardCharsets.US_ASCII);
    byte[] data =
        ByteBuffer.allocate(handle.length + Integer.BYTES).put(handle).putInt(generation()).array();
    return shortened(HmacSha256.of(key.antiCsrf(), data));
  }

  /**
   * The id refresh token that goes with it. Siblings differ in it: by it a browser tells whether
   * the tokens that a call was refused with are still its present ones.
   */
  public String idRefresh() {
    return shortened(HmacSha256.of(key.idRefresh(), text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String shortened(byte[] mac) {
    return Hash.base64Url(mac).substring(0, 22);
  }

  @Override
  public String toString() {
    return "RefreshToken[" + claims + "]";
  }
}
