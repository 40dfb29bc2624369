package org.symbolon.reference;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionHandle;
import org.symbolon.token.Hash;
import org.symbolon.token.Mint;
import org.symbolon.token.RefreshToken;

/**
 * A genuine refresh token in the reference's format, made here or by the reference. Its hashes are
 * the reference's; what the reference leaves to chance, we derive from the key, the parent and the
 * slot, so that each of our nodes makes the same child.
 */
final class ReferenceRefreshToken implements RefreshToken {
  private final RefreshSecrets key;
  private final Claims claims;
  private final Lifetime lifetime;
  private final String text;

  /**
   * What a refresh token carries.
   *
   * @param handle the session
   * @param userId whose, as it stands in the token
   * @param parent hash1 of the token that it was refreshed from; null at login
   * @param mint tells the children of one parent apart
   */
  record Claims(SessionHandle handle, JsonValue userId, @Nullable String parent, Mint mint) {
    Claims with(@Nullable String newParent, Mint newMint) {
      return new Claims(handle, userId, newParent, newMint);
    }

    String parentOrNone() {
      return parent == null ? "" : parent;
    }

    @Override
    public String toString() {
      return "Claims[" + handle + "]";
    }
  }

  ReferenceRefreshToken(RefreshSecrets key, Claims claims, Lifetime lifetime, String text) {
    this.key = key;
    this.claims = claims;
    this.lifetime = lifetime;
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public SessionHandle handle() {
    return claims.handle();
  }

  @Override
  public Mint mint() {
    return claims.mint();
  }

  @Override
  public Instant authenticatedAt() {
    return lifetime.begin(handle());
  }

  @Override
  public Instant absoluteEnd() {
    return lifetime.end(handle());
  }

  @Override
  public String hash1() {
    return hash(text);
  }

  @Override
  public String hash2() {
    return hash2Of(hash1());
  }

  static String hash2Of(String hash1) {
    return hash(hash1);
  }

  @Override
  public boolean succeeds(String rowHash2) {
    return parentHash2().filter(rowHash2::equals).isPresent();
  }

  /** The hash2 of the token that it was refreshed from; empty at login. */
  Optional<String> parentHash2() {
    return Optional.ofNullable(claims.parent()).map(ReferenceRefreshToken::hash2Of);
  }

  @Override
  public RefreshToken child(Mint mint) {
    return ReferenceRefreshTokenCodec.child(key, claims.with(hash1(), mint), lifetime);
  }

  @Override
  public RefreshToken sibling(Mint mint) {
    return ReferenceRefreshTokenCodec.child(key, claims.with(claims.parent(), mint), lifetime);
  }

  @Override
  public String antiCsrf() {
    return identifier(key.antiCsrf(), handle().value(), claims.parentOrNone());
  }

  @Override
  public String idRefresh() {
    return identifier(key.idRefresh(), text);
  }

  /** Looks as the reference's do: a UUID (RFC 9562), whose version is 4, for random ones. */
  private static String identifier(byte[] key, String... parts) {
    byte[] bytes = Chance.from(key, 16, List.of(parts));
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
    String hex = HexFormat.of().formatHex(bytes);
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20));
  }

  private static String hash(String text) {
    return Hash.hex(Hash.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "ReferenceRefreshToken[" + claims + "]";
  }
}
