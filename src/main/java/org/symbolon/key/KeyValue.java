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
 * symbolon1:EdDSA:plain:<seed | public key | 32-byte secret>
 * symbolon1:…:A256GCM.<key>:<nonce | ciphertext | tag>          (see RowCipher)
 * }</pre>
 *
 * The secret is never used itself, only keys derived from it. Here all rows are plain: {@link
 * ProtectedKeyStore} encrypts and decrypts them.
 *
 * @param algorithm how the key signs
 * @param secret 32 random bytes
 * @param pair of a public-key algorithm
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and in the hands of this package only
record KeyValue(SigningAlgorithm algorithm, byte[] secret, @Nullable KeyPair pair) {
  static final int SECRET_BYTES = 32;

  private static final String PREFIX = "symbolon1";
  private static final String PLAIN = "plain";

  static KeyValue generate(SigningAlgorithm algorithm, SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    PairFormat format = PairFormat.of(algorithm);
    return new KeyValue(algorithm, secret, format == null ? null : format.generate(random));
  }

  String encode() {
    PairFormat format = PairFormat.of(algorithm);
    byte[] bytes =
        format == null || pair == null
            ? secret
            : ByteBuffer.allocate(format.length() + SECRET_BYTES)
                .put(format.encode(pair))
                .put(secret)
                .array();
    return String.join(
        ":",
        PREFIX,
        algorithm.jwsName(),
        PLAIN,
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Empty if the text is damaged, or of a kind that this version does not know. */
  static Optional<KeyValue> decode(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 4 || !parts[0].equals(PREFIX) || !parts[2].equals(PLAIN)) {
      return Optional.empty();
    }
    return Arrays.stream(SigningAlgorithm.values())
        .filter(SigningAlgorithm::hasKeysInTable)
        .filter(algorithm -> algorithm.jwsName().equals(parts[1]))
        .findFirst()
        .flatMap(algorithm -> decode(algorithm, parts[3]));
  }

  private static Optional<KeyValue> decode(SigningAlgorithm algorithm, String base64) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(base64);
      PairFormat format = PairFormat.of(algorithm);
      int pairLength = format == null ? 0 : format.length();
      if (bytes.length != pairLength + SECRET_BYTES) {
        return Optional.empty();
      }
      byte[] secret = Arrays.copyOfRange(bytes, pairLength, bytes.length);
      KeyPair pair = format == null ? null : format.decode(bytes);
      return Optional.of(new KeyValue(algorithm, secret, pair));
    } catch (IllegalArgumentException | InvalidKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "KeyValue[" + algorithm() + "]";
  }
}
