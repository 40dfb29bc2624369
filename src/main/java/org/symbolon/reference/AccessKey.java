package org.symbolon.reference;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.symbolon.key.HmacSha256;
import org.symbolon.token.Hash;

/**
 * A key of access tokens.
 *
 * @param id a fingerprint, which is in no token: the reference's name no key
 * @param secret of HMAC-SHA256: the <em>text</em> of the row, not what it is base64 of
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and in the hands of this package only
record AccessKey(String id, byte[] secret) {

  static AccessKey of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static AccessKey of(byte[] secret) {
    byte[] label = "symbolon/reference-access-key-id/v1".getBytes(StandardCharsets.US_ASCII);
    return new AccessKey(Hash.hex(Arrays.copyOf(HmacSha256.of(secret, label), 8)), secret);
  }

  /** 64 hexadecimal digits. */
  String sign(String headerAndPayload) {
    return Hash.hex(HmacSha256.of(secret, headerAndPayload.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "AccessKey[" + id + "]";
  }
}
