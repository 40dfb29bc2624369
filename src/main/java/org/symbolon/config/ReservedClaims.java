package org.symbolon.config;

import java.util.Set;

/** Claims that no member of a payload may take the place of. */
public final class ReservedClaims {

  /** Registered claims (RFC 7519 §4.1, MicroProfile JWT, OpenID Connect) and our private ones. */
  public static final Set<String> NAMES =
      Set.of(
          "iss",
          "sub",
          "aud",
          "exp",
          "nbf",
          "iat",
          "jti",
          "sid",
          "upn",
          "auth_time",
          "azp",
          "act",
          "cnf",
          "kind",
          "pl",
          "rt",
          "prt",
          "csrf",
          "end",
          "exp_ms");

  private ReservedClaims() {}
}
