package org.symbolon.config;

/** What protects the cookies of clients that can do both from requests of foreign pages. */
public enum AntiCsrfMode {
  /** The anti-CSRF token (the default). */
  TOKEN,
  /** A header that foreign pages cannot send: {@code rid}. */
  HEADER
}
