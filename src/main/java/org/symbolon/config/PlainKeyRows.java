package org.symbolon.config;

/**
 * What is done with key rows that are not encrypted, where {@link KeyEncryptionConfig} has keys.
 */
public enum PlainKeyRows {
  /** Not used. */
  REFUSE,
  /** Used, and encrypted at the next load: for the time of an introduction. */
  ACCEPT,
  /**
   * Used, and all rows are written plain, also those that were encrypted: before an introduction on
   * a fleet that runs, and for the way back.
   */
  WRITE
}
