package org.symbolon.reference;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.symbolon.SessionHandle;
import org.symbolon.token.Mint;

/**
 * The nonce of a refresh token: 64 hexadecimal digits, which the reference makes by chance. In ours
 * the slot of the minting is hidden:
 *
 * <pre>{@code
 *  8  start of the slot, ms since the epoch, XOR a mask that follows from the rest
 * 24  MAC over handle, parent and slot
 * }</pre>
 *
 * A nonce whose MAC does not fit is somebody else's, or of a login, and tells no slot.
 */
final class SlotNonce {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  static final int BYTES = 32;
  private static final int MAC_BYTES = BYTES - Long.BYTES;
  private static final int MINT_DIGITS = 32;

  private SlotNonce() {}

  static String of(Mint mint, RefreshSecrets key, SessionHandle handle, String parent) {
    if (mint instanceof Mint.Slot slot) {
      long start = slot.start().toEpochMilli();
      byte[] mac = mac(start, key, handle, parent);
      return HexFormat.of()
          .formatHex(ByteBuffer.allocate(BYTES).putLong(start ^ mask(mac, key)).put(mac).array());
    }
    String bits = ((Mint.Nonce) mint).bits();
    byte[] rest = Chance.from(key.nonce(), BYTES / 2, List.of("random", bits));
    return bits + HexFormat.of().formatHex(rest);
  }

  /** What a child of the nonce was minted with. */
  static Mint mint(String nonce, RefreshSecrets key, SessionHandle handle, String parent) {
    if (!FORM.matcher(nonce).matches()) {
      return new Mint.Nonce("0".repeat(MINT_DIGITS));
    }
    byte[] bytes = HexFormat.of().parseHex(nonce);
    byte[] mac = Arrays.copyOfRange(bytes, Long.BYTES, BYTES);
    long start = ByteBuffer.wrap(bytes).getLong() ^ mask(mac, key);
    return MessageDigest.isEqual(mac, mac(start, key, handle, parent))
        ? new Mint.Slot(Instant.ofEpochMilli(start))
        : new Mint.Nonce(nonce.substring(0, MINT_DIGITS));
  }

  private static byte[] mac(long start, RefreshSecrets key, SessionHandle handle, String parent) {
    return Chance.from(
        key.nonce(), MAC_BYTES, List.of("slot", handle.value(), parent, Long.toString(start)));
  }

  private static long mask(byte[] mac, RefreshSecrets key) {
    String text = HexFormat.of().formatHex(mac);
    return ByteBuffer.wrap(Chance.from(key.mask(), Long.BYTES, List.of(text))).getLong();
  }
}
