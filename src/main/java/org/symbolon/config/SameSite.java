package org.symbolon.config;

/** The cookie attribute of that name (RFC 6265bis §4.1.2.7). */
enum SameSite {
  STRICT("Strict"),
  LAX("Lax"),
  NONE("None");

  private final String attribute;

  SameSite(String attribute) {
    this.attribute = attribute;
  }

  /** As it is written in {@code Set-Cookie}. */
  String attribute() {
    return attribute;
  }
}
