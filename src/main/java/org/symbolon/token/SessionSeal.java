package org.symbolon.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.symbolon.config.KeyEncryptionConfig;
import org.symbolon.config.PlainKeyRows;
import org.symbolon.key.HmacSha256;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.KeySource;
import org.symbolon.key.SigningKey;
import org.symbolon.log.LimitedLog;
import org.symbolon.store.RowSeal;

/**
 * Seals rows of sessions where the keys are encrypted at rest, so that who writes to the database
 * makes nobody somebody else. A seal is
 *
 * <pre>{@code
 *  8  fingerprint of a key of refresh tokens
 * 32  HMAC-SHA256(key for seals, "symbolon/session-row/v1" | handle | user id | payload),
 *     each with its length in 4 bytes before it
 * }</pre>
 *
 * over the texts of the columns as they stand there, with {@code " null"} for a payload that was
 * never given. The key for seals is derived from one whose row outlives all sessions that begin
 * while it is the current one. Seals are always looked at; whether they are written, and asked for,
 * follows what is done with plain key rows.
 */
public final class SessionSeal implements RowSeal {
  private static final String LABEL = "symbolon/session-row/v1";
  private static final int ID_BYTES = 8;
  private static final int MAC_BYTES = 32;

  /** JSON, but not as anybody writes it. */
  private static final String NEVER_GIVEN = " null";

  /** In characters; with a seal it fits into the column's 65,535 bytes, whatever they are. */
  private static final int LONGEST = 21_000;

  private static final int MOST_COMPLAINTS = 1000;

  private final LimitedLog log =
      new LimitedLog(System.getLogger(SessionSeal.class.getName()), System::nanoTime);

  private final KeySource keys;
  private final boolean isWritten;
  private final boolean isRequired;
  private final Cache<String, String> complaints =
      Caffeine.newBuilder().maximumSize(MOST_COMPLAINTS).build();

  /** With these keys; the configuration says what is asked for. */
  public SessionSeal(KeySource keys, KeyEncryptionConfig config) {
    this.keys = keys;
    this.isWritten = config.isOn() && config.plainRows() != PlainKeyRows.WRITE;
    this.isRequired = config.isOn() && config.plainRows() == PlainKeyRows.REFUSE;
  }

  @Override
  public String seal(String handle, String userId, String payload) {
    if (!isWritten) {
      return payload;
    }
    SigningKey key = keys.current(KeyPurpose.REFRESH);
    String text = payload.isEmpty() ? NEVER_GIVEN : payload;
    byte[] seal =
        ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
            .put(key.fingerprint())
            .put(mac(key, handle, userId, text))
            .array();
    return new SealedText(text, seal).write();
  }

  @Override
  public Reading open(String handle, String userId, String column) {
    SealedText sealed = SealedText.read(column, ID_BYTES + MAC_BYTES).orElse(null);
    if (sealed == null) {
      return isRequired
          ? refused(
              handle,
              "it has no seal, and symbolon.key-encryption.plain-rows is refuse (accept would have"
                  + " it sealed)")
          : new Genuine(column, !isWritten || column.length() > LONGEST);
    }
    Optional<SigningKey> key =
        keys.find(Hash.hex(Arrays.copyOf(sealed.seal(), ID_BYTES)))
            .filter(found -> found.purpose() == KeyPurpose.REFRESH);
    if (key.isEmpty()) {
      return refused(handle, "the key of its seal is unknown");
    }
    byte[] mac = Arrays.copyOfRange(sealed.seal(), ID_BYTES, ID_BYTES + MAC_BYTES);
    if (!MessageDigest.isEqual(mac, mac(key.get(), handle, userId, sealed.text()))) {
      return refused(handle, "its user id or payload is not what Symbolon has written");
    }
    return new Genuine(sealed.text().equals(NEVER_GIVEN) ? "" : sealed.text(), true);
  }

  /** Each part with its length before it: no two rows have the same. */
  private static byte[] mac(SigningKey key, String handle, String userId, String text) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (String part : List.of(LABEL, handle, userId, text)) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      data.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      data.writeBytes(bytes);
    }
    return HmacSha256.of(key.subKey(LABEL), data.toByteArray());
  }

  /** One line for each row, not for each request. */
  private Reading refused(String handle, String reason) {
    if (!reason.equals(complaints.asMap().put(handle, reason))) {
      log.log(
          Level.WARNING,
          "the row of the session {0} is refused, as if there were none: {1}",
          handle,
          reason);
    }
    return new Refused();
  }
}
