package org.symbolon.key;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.util.Arrays;
import org.symbolon.AccessTokenKey;
import org.symbolon.config.SigningAlgorithm;

/**
 * Makes, of a key pair that the application supplies, what the table would hold: it has no secret
 * beside it for MACs, so that one is derived from the private half.
 */
final class SuppliedPair {
  private SuppliedPair() {}

  /**
   * The pair, checked, with its secret.
   *
   * @throws InvalidKeyException naming what is wrong
   */
  static KeyValue valueOf(AccessTokenKey.OfPair supplied) throws InvalidKeyException {
    if (supplied instanceof AccessTokenKey.Es256 es256) {
      KeyPair pair = P256.checked(es256.privateKey(), es256.publicKey());
      return value(SigningAlgorithm.ES256, Arrays.copyOf(P256.FORMAT.encode(pair), 32), pair);
    }
    if (supplied instanceof AccessTokenKey.EdDsa edDsa) {
      KeyPair pair = Ed25519.checked(edDsa.privateKey(), edDsa.publicKey());
      return value(SigningAlgorithm.EDDSA, Arrays.copyOf(Ed25519.FORMAT.encode(pair), 32), pair);
    }
    AccessTokenKey.Rs256 rs256 = (AccessTokenKey.Rs256) supplied;
    KeyPair pair = Rsa.checked(rs256.privateKey(), rs256.publicKey());
    BigInteger d = rs256.privateKey().getPrivateExponent();
    return value(SigningAlgorithm.RS256, d.toByteArray(), pair);
  }

  private static KeyValue value(SigningAlgorithm algorithm, byte[] privateHalf, KeyPair pair) {
    byte[] label =
        ("symbolon/supplied-" + algorithm.label() + "/v1").getBytes(StandardCharsets.US_ASCII);
    return new KeyValue(algorithm, HmacSha256.derive(privateHalf, new byte[0], label), pair);
  }
}
