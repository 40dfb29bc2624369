package org.symbolon.key;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
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
    return KeyRowText.plainOf(algorithm.jwsName(), bytes).text();
  }

  /** Empty if the text is damaged, or of a kind that this version does not know. */
  static Optional<KeyValue> decode(String text) {
    return KeyRowText.of(text).filter(KeyRowText::isPlain).flatMap(KeyValue::decode);
  }

  private static Optional<KeyValue> decode(KeyRowText plain) {
    return Arrays.stream(SigningAlgorithm.values())
        .filter(SigningAlgorithm::hasKeysInTable)
        .filter(algorithm -> algorithm.jwsName().equals(plain.algorithm()))
        .findFirst()
        .flatMap(algorithm -> decode(algorithm, plain));
  }

  private static Optional<KeyValue> decode(SigningAlgorithm algorithm, KeyRowText plain) {
    try {
      byte[] bytes = plain.bytes();
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
