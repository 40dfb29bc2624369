package org.symbolon.key;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Key pairs on the curve P-256 (FIPS 186-5; RFC 7518 §3.4), and their bytes. */
final class P256 implements PairFormat {
  static final P256 FORMAT = new P256();

  private static final String EC = "EC";
  private static final int NUMBER = 32;

  private static final ECGenParameterSpec NAME = new ECGenParameterSpec("secp256r1");
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  /** Of {@code d | x | y}. */
  @Override
  public int length() {
    return 3 * NUMBER;
  }

  @Override
  public KeyPair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(EC);
      generator.initialize(NAME, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key pair could be made", e);
    }
  }

  /** {@code d | x | y}, each 32 bytes, most significant first. */
  @Override
  public byte[] encode(KeyPair pair) {
    byte[] bytes = new byte[length()];
    ECPoint point = ((ECPublicKey) pair.getPublic()).getW();
    put(((ECPrivateKey) pair.getPrivate()).getS(), bytes, 0);
    put(point.getAffineX(), bytes, NUMBER);
    put(point.getAffineY(), bytes, 2 * NUMBER);
    return bytes;
  }

  @Override
  public KeyPair decode(byte[] bytes) throws InvalidKeyException {
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
      return PairFormat.checked(
          factory.generatePublic(new ECPublicKeySpec(point, CURVE)),
          factory.generatePrivate(new ECPrivateKeySpec(d, CURVE)),
          "SHA256withECDSA");
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
    byte[] padded = HexFormat.of().parseHex(String.format(Locale.ROOT, "%064x", number));
    System.arraycopy(padded, 0, bytes, at, NUMBER);
  }
}
