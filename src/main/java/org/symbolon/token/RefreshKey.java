package org.symbolon.token;

import java.util.HexFormat;
import org.symbolon.key.SigningKey;

/**
 * The sub-keys that refresh tokens need.
 *
 * @param id the key's fingerprint, 16 hexadecimal digits
 * @param mac authenticates refresh tokens
 * @param antiCsrf makes anti-CSRF tokens
 * @param idRefresh makes id refresh tokens
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and in the hands of this package only
record RefreshKey(String id, byte[] mac, byte[] antiCsrf, byte[] idRefresh) {
  static final int ID_BYTES = 8;

  static RefreshKey of(SigningKey key) {
    return new RefreshKey(
        HexFormat.of().formatHex(key.fingerprint()),
        key.subKey("symbolon/refresh-mac/v1"),
        key.subKey("symbolon/anti-csrf/v1"),
        key.subKey("symbolon/id-refresh/v1"));
  }

  @Override
  public String toString() {
    return "RefreshKey[" + id + "]";
  }
}
