package org.symbolon;

import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

/** A key that the application supplies by {@link AccessTokenKeys}. Immutable; never logged. */
public sealed interface AccessTokenKey {

  /**
   * A secret for HS256 (RFC 7518 §3.2). It signs as it is, so whoever has it can verify tokens, and
   * make them.
   *
   * @param secret at least 32 bytes out of a secure random generator, never a password (RFC 8725
   *     §3.5)
   * @throws IllegalArgumentException if it is shorter
   */
  static AccessTokenKey hs256(byte[] secret) {
    return new Hs256(secret);
  }

  /**
   * A key pair for ES256 (RFC 7518 §3.4). Whoever has the public key can verify tokens. From the
   * private key the library also derives the key of its own nodes' short cut, so its value must be
   * readable: a key that never leaves its hardware does not do.
   *
   * @param pair on the curve P-256; that is checked when it is used
   * @throws IllegalArgumentException if it is not an EC key pair, or its private value is hidden
   */
  static AccessTokenKey es256(KeyPair pair) {
    if (pair.getPrivate() instanceof ECPrivateKey privateKey
        && pair.getPublic() instanceof ECPublicKey publicKey) {
      return new Es256(privateKey, publicKey);
    }
    throw new IllegalArgumentException(
        "an ES256 key must be an EC key pair whose private value can be read");
  }

  /**
   * See {@link #hs256}.
   *
   * @param secret at least 32 bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // copied, and compared by content
  record Hs256(byte[] secret) implements AccessTokenKey {
    private static final int LEAST_BYTES = 32;

    /** Copies the secret. */
    public Hs256 {
      if (secret.length < LEAST_BYTES) {
        throw new IllegalArgumentException(
            "an HS256 key must have at least 32 bytes, this one has " + secret.length);
      }
      secret = secret.clone();
    }

    /** A copy. */
    @Override
    public byte[] secret() {
      return secret.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Hs256 that && MessageDigest.isEqual(secret, that.secret);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(secret);
    }

    /** Not the secret. */
    @Override
    public String toString() {
      return "AccessTokenKey[HS256]";
    }
  }

  /**
   * See {@link #es256}.
   *
   * @param privateKey signs
   * @param publicKey verifies
   */
  record Es256(ECPrivateKey privateKey, ECPublicKey publicKey) implements AccessTokenKey {

    @Override
    public boolean equals(Object other) {
      return other instanceof Es256 that
          && publicKey.getW().equals(that.publicKey.getW())
          && publicKey.getParams().getCurve().equals(that.publicKey.getParams().getCurve())
          && privateKey.getS().equals(that.privateKey.getS());
    }

    @Override
    public int hashCode() {
      return publicKey.getW().hashCode();
    }

    /** Not the private key. */
    @Override
    public String toString() {
      return "AccessTokenKey[ES256]";
    }
  }
}
