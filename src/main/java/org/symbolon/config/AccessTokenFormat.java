package org.symbolon.config;

/** How tokens and keys are written. */
public enum AccessTokenFormat {
  /** The library's own. */
  JWS,
  /** That of {@code supertokens-node-mysql-ref-jwt}, to share a database with it. */
  SUPERTOKENS_NODE
}
