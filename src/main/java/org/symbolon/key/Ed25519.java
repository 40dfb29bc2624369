package org.symbolon.key;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import org.jose4j.keys.EdDsaKeyUtil;
import org.jose4j.lang.JoseException;

/** Key pairs for Ed25519 (RFC 8032 §5.1; RFC 8037 §2), and their bytes. */
final class Ed25519 implements PairFormat {
  static final Ed25519 FORMAT = new Ed25519();

  private static final String NAME = EdDsaKeyUtil.ED25519;
  private static final int HALF = 32;

  private final EdDsaKeyUtil bytes = new EdDsaKeyUtil();

  private Ed25519() {}

  /** Of {@code seed | public key}. */
  @Override
  public int length() {
    return 2 * HALF;
  }

  @Override
  public KeyPair generate(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
      generator.initialize(255, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key pair could be made", e);
    }
  }

  /** {@code seed | public key}, each 32 bytes, as RFC 8032 §5.1.5 writes them. */
  @Override
  public byte[] encode(KeyPair pair) {
    return ByteBuffer.allocate(length())
        .put(bytes.rawPrivateKey(pair.getPrivate()))
        .put(bytes.rawPublicKey(pair.getPublic()))
        .array();
  }

  @Override
  public KeyPair decode(byte[] from) throws InvalidKeyException {
    try {
      return PairFormat.checked(
          bytes.publicKey(Arrays.copyOfRange(from, HALF, 2 * HALF), NAME),
          bytes.privateKey(Arrays.copyOf(from, HALF), NAME),
          NAME);
    } catch (JoseException | RuntimeException e) {
      throw new InvalidKeyException("not a key pair for Ed25519", e);
    }
  }

  /**
   * A pair that did not come from here, checked and as keys of the platform's own.
   *
   * @throws InvalidKeyException naming what is wrong
   */
  static KeyPair checked(EdECPrivateKey privateKey, EdECPublicKey publicKey)
      throws InvalidKeyException {
    if (!privateKey.getParams().getName().equals(NAME)
        || !publicKey.getParams().getName().equals(NAME)) {
      throw new InvalidKeyException("an EdDSA key must be on the curve Ed25519");
    }
    return FORMAT.decode(FORMAT.encode(new KeyPair(publicKey, privateKey)));
  }
}
