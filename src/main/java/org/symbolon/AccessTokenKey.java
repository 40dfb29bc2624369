package org.symbolon;

import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
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
   * A key pair for EdDSA on Ed25519 (RFC 8037 §3.1). As with {@link #es256}, the private value must
   * be readable. MicroProfile JWT does not ask servers for this algorithm, so see first whether
   * those that are to verify know it.
   *
   * @param pair on the curve Ed25519; that is checked when it is used
   * @throws IllegalArgumentException if it is no EdDSA key pair, or its private value is hidden
   */
  static AccessTokenKey edDsa(KeyPair pair) {
    if (pair.getPrivate() instanceof EdECPrivateKey privateKey
        && privateKey.getBytes().isPresent()
        && pair.getPublic() instanceof EdECPublicKey publicKey) {
      return new EdDsa(privateKey, publicKey);
    }
    throw new IllegalArgumentException(
        "an EdDSA key must be an Ed25519 key pair whose private value can be read");
  }

  /**
   * A key pair for RS256 (RFC 7518 §3.3). As with {@link #es256}, the private value must be
   * readable. With less than 3072 bits, that is with less than 128 bits of security, a warning is
   * logged. A token is 426 characters longer than with ES256 at 3072 bits, which is what the
   * library leaves room for in the cookies of existing sessions.
   *
   * @param pair of 2048 to 4096 bits; that is checked when it is used
   * @throws IllegalArgumentException if it is no RSA key pair, or its private value is hidden
   */
  static AccessTokenKey rs256(KeyPair pair) {
    if (pair.getPrivate() instanceof RSAPrivateKey privateKey
        && pair.getPublic() instanceof RSAPublicKey publicKey) {
      return new Rs256(privateKey, publicKey);
    }
    throw new IllegalArgumentException(
        "an RS256 key must be an RSA key pair whose private value can be read");
  }

  /** A key with a public half, which others verify with. */
  sealed interface OfPair extends AccessTokenKey {
    /** Signs. */
    PrivateKey privateKey();

    /** Verifies. */
    PublicKey publicKey();
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
  record Es256(ECPrivateKey privateKey, ECPublicKey publicKey) implements OfPair {

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

  /**
   * See {@link #edDsa}.
   *
   * @param privateKey signs
   * @param publicKey verifies
   */
  record EdDsa(EdECPrivateKey privateKey, EdECPublicKey publicKey) implements OfPair {

    @Override
    public boolean equals(Object other) {
      return other instanceof EdDsa that
          && publicKey.getPoint().getY().equals(that.publicKey.getPoint().getY())
          && publicKey.getPoint().isXOdd() == that.publicKey.getPoint().isXOdd()
          && MessageDigest.isEqual(
              privateKey.getBytes().orElseThrow(), that.privateKey.getBytes().orElseThrow());
    }

    @Override
    public int hashCode() {
      return publicKey.getPoint().getY().hashCode();
    }

    /** Not the private key. */
    @Override
    public String toString() {
      return "AccessTokenKey[EdDSA]";
    }
  }

  /**
   * See {@link #rs256}.
   *
   * @param privateKey signs
   * @param publicKey verifies
   */
  record Rs256(RSAPrivateKey privateKey, RSAPublicKey publicKey) implements OfPair {

    @Override
    public boolean equals(Object other) {
      return other instanceof Rs256 that
          && publicKey.getModulus().equals(that.publicKey.getModulus())
          && publicKey.getPublicExponent().equals(that.publicKey.getPublicExponent())
          && privateKey.getPrivateExponent().equals(that.privateKey.getPrivateExponent());
    }

    @Override
    public int hashCode() {
      return publicKey.getModulus().hashCode();
    }

    /** Not the private key. */
    @Override
    public String toString() {
      return "AccessTokenKey[RS256]";
    }
  }
}
