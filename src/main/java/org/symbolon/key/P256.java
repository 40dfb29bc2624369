package org.symbolon.key;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Key pairs on the curve P-256 (FIPS 186-5; RFC 7518 §3.4), and their bytes. */
final class P256 {
  private static final String EC = "EC";
  private static final int NUMBER = 32;

  /** Of {@code d | x | y}. */
  static final int PAIR_BYTES = 3 * NUMBER;

  private static final ECGenParameterSpec NAME = new ECGenParameterSpec("secp256r1");
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  static KeyPair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(EC);
      generator.initialize(NAME, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key pair could be made", e);
    }
  }

  /** {@code d | x | y}, each 32 bytes, most significant first. */
  static byte[] encode(KeyPair pair) {
    byte[] bytes = new byte[PAIR_BYTES];
    ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
    put(((ECPrivateKey) pair.getPrivate()).getS(), bytes, 0);
    put(point.getAffineX(), bytes, NUMBER);
    put(point.getAffineY(), bytes, 2 * NUMBER);
    return bytes;
  }

  /**
   * The pair out of its bytes.
   *
   * @throws InvalidKeyException if they are not the halves of one key
   */
  static KeyPair decode(byte[] bytes) throws InvalidKeyException {
    return pair(number(bytes, 0), new ECPoint(number(bytes, NUMBER), number(bytes, 2 * NUMBER)));
  }

  /**
   * A pair that did not come from here, checked and as keys of the platform's own.
   *
   * @throws InvalidKeyException naming what is wrong
   */
  static KeyPair checked(ECPrivateKey privateKey, ECPublicKey publicKey)
      throws InvalidKeyException {
    if (!isCurve(privateKey.getParams()) || !isCurve(publicKey.getParams())) {
      throw new InvalidKeyException("an ES256 key must be on the curve P-256 (secp256r1)");
    }
    return pair(privateKey.getS(), publicKey.getW());
  }

  private static KeyPair pair(BigInteger d, ECPoint point) throws InvalidKeyException {
    try {
      KeyFactory factory = KeyFactory.getInstance(EC);
      PrivateKey privateKey = factory.generatePrivate(new ECPrivateKeySpec(d, CURVE));
      PublicKey publicKey = factory.generatePublic(new ECPublicKeySpec(point, CURVE));
      // the one check of both halves that every platform offers: numbers in range, the point on
      // the curve, and d its logarithm
      byte[] sample = new byte[NUMBER];
      Signature signature = Signature.getInstance("SHA256withECDSA");
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
      throw new InvalidKeyException("not a key pair on P-256", e);
    }
  }

  private static boolean isCurve(ECParameterSpec other) {
    return other.getCurve().equals(CURVE.getCurve())
        && other.getGenerator().equals(CURVE.getGenerator())
        && other.getOrder().equals(CURVE.getOrder());
  }

  private static ECParameterSpec curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance(EC);
      parameters.init(NAME);
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  private static BigInteger number(byte[] bytes, int from) {
    return new BigInteger(1, Arrays.copyOfRange(bytes, from, from + NUMBER));
  }

  private static void put(BigInteger number, byte[] bytes, int at) {
    byte[] padded = HexFormat.of().parseHex(String.format("%064x", number));
    System.arraycopy(padded, 0, bytes, at, NUMBER);
  }
}
