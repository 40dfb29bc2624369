package org.symbolon.config;

import java.util.Locale;

/** How access tokens are signed (RFC 7518 §3.1, RFC 8037 §3.1). */
public enum SigningAlgorithm {
  /** HMAC-SHA256: microseconds, and nobody but our own nodes can verify (the default). */
  HS256("HS256"),
  /** ECDSA on P-256: for tokens that other services verify with a public key. */
  ES256("ES256"),
  /** Ed25519: likewise, for services that know it. */
  EDDSA("EdDSA"),
  /** RSA: for services that know nothing else; with keys of the application's only. */
  RS256("RS256");

  private final String jwsName;

  SigningAlgorithm(String jwsName) {
    this.jwsName = jwsName;
  }

  /** As in the header {@code alg}. */
  public String jwsName() {
    return jwsName;
  }

  /** In lower case, as in row names, key ids and the labels that keys are derived from. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the library makes keys for it: those of RSA are too large for the table's column. */
  public boolean hasKeysInTable() {
    return this != RS256;
  }
}
