package org.symbolon.reference;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.symbolon.SessionHandle;

/**
 * When a session began, as its handle tells: the tokens of the reference have no place for it. The
 * reference's own handles are UUIDs of version 1 (RFC 9562 §5.1); ours are 12 hexadecimal digits of
 * milliseconds since the epoch, and 32 of 128 random bits.
 */
final class HandleTime {
  private static final int TIME_DIGITS = 12;
  private static final int RANDOM_BYTES = 16;
  private static final Pattern OURS = Pattern.compile("[0-9a-f]{44}");
  private static final Pattern UUID_1 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  /** From the Gregorian calendar's first day, in 100 ns. */
  private static final long UUID_EPOCH = 0x01b21dd213814000L;

  private HandleTime() {}

  static SessionHandle newHandle(Instant now, SecureRandom random) {
    byte[] bits = new byte[RANDOM_BYTES];
    random.nextBytes(bits);
    String time = HexFormat.of().toHexDigits(now.toEpochMilli(), TIME_DIGITS);
    return new SessionHandle(time + HexFormat.of().formatHex(bits));
  }

  /** Empty if the handle does not tell. */
  static Optional<Instant> of(SessionHandle handle) {
    String text = handle.value();
    if (OURS.matcher(text).matches()) {
      return Optional.of(Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(text, 0, TIME_DIGITS)));
    }
    return UUID_1.matcher(text).matches()
        ? Optional.of(
            Instant.ofEpochMilli((UUID.fromString(text).timestamp() - UUID_EPOCH) / 10_000))
        : Optional.empty();
  }
}
