package org.symbolon.key;

import java.util.Locale;

/** What a key is for. */
public enum KeyPurpose {
  /** Signs access tokens; changes with the time slot. */
  ACCESS,
  /** Makes refresh tokens; a chain of them keeps the key that it began with. */
  REFRESH;

  /** As in row names and key ids. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
