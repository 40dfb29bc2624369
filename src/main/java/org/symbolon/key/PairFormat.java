package org.symbolon.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.SigningAlgorithm;

/** How the key pairs of one algorithm are made, and kept as bytes in the table. */
sealed interface PairFormat permits P256, Ed25519 {

  /** That of the algorithm; {@code null} if it has no pairs in the table. */
  static @Nullable PairFormat of(SigningAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> P256.FORMAT;
      case EDDSA -> Ed25519.FORMAT;
      case HS256, RS256 -> null;
    };
  }

  /** How many bytes a pair has. */
  int length();

  KeyPair generate(SecureRandom random);

  /** Both halves, the private one first. */
  byte[] encode(KeyPair pair);

  /**
   * The pair out of the first of these bytes.
   *
   * @throws InvalidKeyException if they are not the halves of one key
   */
  KeyPair decode(byte[] bytes) throws InvalidKeyException;

  /**
   * A pair whose halves belong together, by the one check of both that every platform offers: what
   * one signs the other verifies. With it numbers are in range and points on their curve.
   */
  static KeyPair checked(PublicKey publicKey, PrivateKey privateKey, String signatureAlgorithm)
      throws InvalidKeyException {
    try {
      byte[] sample = new byte[32];
      Signature signature = Signature.getInstance(signatureAlgorithm);
      signature.initSign(privateKey);
      signature.update(sample);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(sample);
      if (!signature.verify(signed)) {
        throw new InvalidKeyException("the public key is not that of the private key");
      }
      return new KeyPair(publicKey, privateKey);
    } catch (InvalidKeyException e) {
      throw e;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new InvalidKeyException("not a key pair for " + signatureAlgorithm, e);
    }
  }
}
