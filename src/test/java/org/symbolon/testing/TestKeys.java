package org.symbolon.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.SigningKeyStore;
import org.symbolon.key.SigningKeys;

/** Signing keys without a database. */
public final class TestKeys implements SigningKeyStore {
  private final List<Row> rows = new ArrayList<>();

  private TestKeys() {}

  /** New keys, as a fleet of its own would make them. */
  public static SigningKeys fresh(InstantSource clock) {
    return fresh(clock, Map.of());
  }

  /** With these settings. */
  public static SigningKeys fresh(InstantSource clock, Map<String, String> properties) {
    return new SigningKeys(
        new TestKeys(),
        TestNode.config(
            TestNode.with(Map.of("symbolon.database.url", "jdbc:h2:mem:none"), properties)),
        EnumSet.allOf(KeyPurpose.class),
        SigningKeys.Clocks.of(clock),
        new SecureRandom(),
        Runnable::run);
  }

  /** As {@link #fresh(InstantSource)}, at this moment for ever. */
  public static SigningKeys fresh(Instant now) {
    return fresh(() -> now);
  }

  /** New each time, which takes a while. */
  public static KeyPair rsaPair(int bits) {
    return pair("RSA", bits);
  }

  /** On P-256. */
  public static KeyPair ecPair() {
    return pair("EC", 256);
  }

  public static KeyPair ed25519Pair() {
    return pair("Ed25519", 255);
  }

  private static KeyPair pair(String algorithm, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public synchronized List<Row> loadAll() {
    return List.copyOf(rows);
  }

  @Override
  public synchronized void insertIfAbsent(Row row) {
    if (rows.stream().noneMatch(other -> other.name().equals(row.name()))) {
      rows.add(row);
    }
  }

  @Override
  public synchronized boolean deleteIfUnchanged(Row row) {
    return rows.remove(row);
  }
}
