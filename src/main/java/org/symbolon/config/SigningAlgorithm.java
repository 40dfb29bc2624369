package org.symbolon.config;

/** How access tokens are signed (RFC 7518 §3.1). */
public enum SigningAlgorithm {
  /** HMAC-SHA256: microseconds, and nobody but our own nodes can verify (the default). */
  HS256,
  /** ECDSA on P-256: for tokens that other services verify with a public key. */
  ES256
}
