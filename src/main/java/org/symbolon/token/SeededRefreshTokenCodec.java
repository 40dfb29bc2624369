package org.symbolon.token;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionHandle;
import org.symbolon.SessionRejectedException;
import org.symbolon.key.HmacSha256;
import org.symbolon.key.SigningKey;

/**
 * Refresh tokens of our own format and their text: unpadded base64url of
 *
 * <pre>{@code
 *  1  version: 1 if minted in a slot, 2 with a nonce; 3 and 4 likewise, with another's handle
 *  8  key id
 * 16  session handle                (versions 3 and 4: its length in one byte, its characters)
 *  4  generation
 * 32  seed of the parent
 *  8  start of the slot, ms since the epoch  (versions 2 and 4: 16 random bytes)
 *  8  login, ms since the epoch
 *  8  absolute end, ms since the epoch
 * 32  HMAC-SHA256 over all that
 * }</pre>
 *
 * There is one text for one token: anything re-encoded is invalid.
 */
public final class SeededRefreshTokenCodec {
  private static final byte SLOT = 1;
  private static final byte NONCE = 2;

  /** What is added to the version if the handle was not made here. */
  private static final byte FOREIGN = 2;

  private static final int HANDLE_BYTES = 16;
  private static final Pattern OWN_HANDLE = Pattern.compile("[0-9a-f]{32}");
  private static final int SEED_BYTES = 32;
  private static final int MAC_BYTES = 32;
  private static final int MOST_CHARACTERS = 500;

  private final Function<String, Optional<SigningKey>> keys;

  /** With the keys, by the fingerprint in hexadecimal. */
  public SeededRefreshTokenCodec(Function<String, Optional<SigningKey>> keys) {
    this.keys = keys;
  }

  /**
   * The first token of a new session.
   *
   * @param key makes this token and its whole chain
   */
  public static SeededRefreshToken login(
      SigningKey key,
      Mint mint,
      Instant authenticatedAt,
      Instant absoluteEnd,
      SecureRandom random) {
    byte[] handle = new byte[HANDLE_BYTES];
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(handle);
    random.nextBytes(seed);
    return encode(
        RefreshKey.of(key),
        new SeededRefreshToken.Claims(
            new SessionHandle(Hash.hex(handle)),
            0,
            Hash.hex(seed),
            mint,
            authenticatedAt,
            absoluteEnd));
  }

  static SeededRefreshToken encode(RefreshKey key, SeededRefreshToken.Claims claims) {
    byte[] mint =
        claims.mint() instanceof Mint.Nonce nonce
            ? nonce.bytes()
            : longBytes(((Mint.Slot) claims.mint()).start().toEpochMilli());
    SessionHandle session = claims.handle();
    boolean isForeign = !OWN_HANDLE.matcher(session.value()).matches();
    byte[] handle = isForeign ? foreign(session) : HexFormat.of().parseHex(session.value());
    byte version = claims.mint() instanceof Mint.Nonce ? NONCE : SLOT;
    ByteBuffer body =
        ByteBuffer.allocate(
                1
                    + RefreshKey.ID_BYTES
                    + handle.length
                    + Integer.BYTES
                    + SEED_BYTES
                    + mint.length
                    + 2 * Long.BYTES)
            .put(isForeign ? (byte) (version + FOREIGN) : version)
            .put(HexFormat.of().parseHex(key.id()))
            .put(handle)
            .putInt(claims.generation())
            .put(HexFormat.of().parseHex(claims.parentSeed()))
            .put(mint)
            .putLong(claims.authenticatedAt().toEpochMilli())
            .putLong(claims.absoluteEnd().toEpochMilli());
    byte[] mac = HmacSha256.of(key.mac(), body.array());
    byte[] whole = Arrays.copyOf(body.array(), body.capacity() + MAC_BYTES);
    System.arraycopy(mac, 0, whole, body.capacity(), MAC_BYTES);
    return new SeededRefreshToken(key, claims, Hash.base64Url(whole));
  }

  /**
   * Reads what a client presented. No database access, unless the key id is unknown.
   *
   * @param text untrusted
   * @return empty if it is none of ours
   */
  public Optional<SeededRefreshToken> decode(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(decodeCanonical(text, Hash.fromBase64Url(text)));
    } catch (IllegalArgumentException | BufferUnderflowException | SessionRejectedException e) {
      return Optional.empty();
    }
  }

  private @Nullable SeededRefreshToken decodeCanonical(String text, byte[] whole) {
    ByteBuffer in = ByteBuffer.wrap(whole);
    byte version = in.get();
    if (version < SLOT || version > NONCE + FOREIGN) {
      return null;
    }
    SigningKey found = keys.apply(hex(in, RefreshKey.ID_BYTES)).orElse(null);
    if (found == null) {
      return null;
    }
    RefreshKey key = RefreshKey.of(found);
    SessionHandle handle = new SessionHandle(version > NONCE ? foreign(in) : hex(in, HANDLE_BYTES));
    int generation = in.getInt();
    String parentSeed = hex(in, SEED_BYTES);
    Mint mint =
        version == NONCE || version == NONCE + FOREIGN
            ? new Mint.Nonce(hex(in, Mint.Nonce.BYTES))
            : new Mint.Slot(Instant.ofEpochMilli(in.getLong()));
    Instant authenticatedAt = Instant.ofEpochMilli(in.getLong());
    Instant absoluteEnd = Instant.ofEpochMilli(in.getLong());
    byte[] mac = HmacSha256.of(key.mac(), Arrays.copyOf(whole, in.position()));
    byte[] presented = Arrays.copyOfRange(whole, in.position(), whole.length);
    if (!MessageDigest.isEqual(mac, presented)) {
      return null;
    }
    return new SeededRefreshToken(
        key,
        new SeededRefreshToken.Claims(
            handle, generation, parentSeed, mint, authenticatedAt, absoluteEnd),
        text);
  }

  private static byte[] foreign(SessionHandle handle) {
    byte[] text = handle.value().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(1 + text.length).put((byte) text.length).put(text).array();
  }

  private static String foreign(ByteBuffer in) {
    byte[] text = new byte[Byte.toUnsignedInt(in.get())];
    in.get(text);
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static String hex(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return Hash.hex(bytes);
  }

  private static byte[] longBytes(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }
}
