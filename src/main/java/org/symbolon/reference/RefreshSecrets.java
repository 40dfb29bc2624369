package org.symbolon.reference;

import java.nio.charset.StandardCharsets;
import org.symbolon.key.HmacSha256;

/**
 * What follows from the row {@code refresh_token_key}.
 *
 * @param text of the row, the password of the encryption
 * @param nonce marks the nonces that we make
 * @param mask hides the slot in them
 * @param randomness stands in for chance, where two nodes must make the same child
 * @param antiCsrf makes anti-CSRF tokens
 * @param idRefresh makes id refresh tokens
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and in the hands of this package only
record RefreshSecrets(
    String text, byte[] nonce, byte[] mask, byte[] randomness, byte[] antiCsrf, byte[] idRefresh) {

  static RefreshSecrets of(String text) {
    return new RefreshSecrets(
        text,
        derived(text, "nonce"),
        derived(text, "nonce-mask"),
        derived(text, "randomness"),
        derived(text, "anti-csrf"),
        derived(text, "id-refresh"));
  }

  private static byte[] derived(String text, String use) {
    byte[] label = ("symbolon/reference-" + use + "/v1").getBytes(StandardCharsets.US_ASCII);
    return HmacSha256.of(text.getBytes(StandardCharsets.UTF_8), label);
  }

  @Override
  public String toString() {
    return "RefreshSecrets[]";
  }
}
