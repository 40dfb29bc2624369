package org.symbolon.config;

/** How clients that can choose ({@code st-auth-mode}) may have their tokens. */
public enum TokenTransfer {
  /** As each client wishes (the default). */
  ANY,
  /** In cookies only, which no script can read. Tokens in headers are ignored. */
  COOKIE,
  /** New sessions in headers only; tokens in cookies still count. */
  HEADER
}
