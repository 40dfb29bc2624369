package org.symbolon.key;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.SigningAlgorithm;

/**
 * What the column {@code key_value} holds, at most 255 characters:
 *
 * <pre>{@code
 * symbolon1:ALGORITHM:PROTECTION:BASE64URL
 *
 * symbolon1:HS256:plain:<32-byte secret>
 * symbolon1:ES256:plain:<d | x | y | 32-byte secret>
 * symbolon1:…:A256GCM.<key>:<nonce | ciphertext | tag>          (not in this version)
 * }</pre>
 *
 * The secret is never used itself, only keys derived from it; encryption, when it comes, binds the
 * ciphertext to table, row name, algorithm and format.
 *
 * @param secret 32 random bytes
 * @param pair with ES256
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and in the hands of this package only
record KeyValue(byte[] secret, @Nullable KeyPair pair) {
  static final int SECRET_BYTES = 32;

  private static final String PREFIX = "symbolon1";
  private static final String PLAIN = "plain";

  static KeyValue generate(SigningAlgorithm algorithm, SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new KeyValue(secret, algorithm == SigningAlgorithm.ES256 ? P256.generate(random) : null);
  }

  SigningAlgorithm algorithm() {
    return pair == null ? SigningAlgorithm.HS256 : SigningAlgorithm.ES256;
  }

  String encode() {
    byte[] bytes =
        pair == null
            ? secret
            : ByteBuffer.allocate(P256.PAIR_BYTES + SECRET_BYTES)
                .put(P256.encode(pair))
                .put(secret)
                .array();
    return String.join(
        ":",
        PREFIX,
        algorithm().name(),
        PLAIN,
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Empty if the text is damaged, or of a kind that this version does not know. */
  static Optional<KeyValue> decode(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 4 || !parts[0].equals(PREFIX) || !parts[2].equals(PLAIN)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(parts[3]);
      boolean hasPair = parts[1].equals(SigningAlgorithm.ES256.name());
      boolean isKnown = hasPair || parts[1].equals(SigningAlgorithm.HS256.name());
      int pairBytes = hasPair ? P256.PAIR_BYTES : 0;
      if (!isKnown || bytes.length != pairBytes + SECRET_BYTES) {
        return Optional.empty();
      }
      byte[] secret = Arrays.copyOfRange(bytes, pairBytes, bytes.length);
      return Optional.of(new KeyValue(secret, hasPair ? P256.decode(bytes) : null));
    } catch (IllegalArgumentException | InvalidKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "KeyValue[" + algorithm() + "]";
  }
}
