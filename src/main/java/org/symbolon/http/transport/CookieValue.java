package org.symbolon.http.transport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The percent-encoding of cookies' values, as clients' {@code encodeURIComponent} does it. Our own
 * tokens need none; base64 with {@code + / =} does.
 */
final class CookieValue {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private CookieValue() {}

  static String encode(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (byte unit : value.getBytes(StandardCharsets.UTF_8)) {
      if (isBare(unit)) {
        text.append((char) unit);
      } else {
        text.append('%').append(HEX.toHexDigits(unit));
      }
    }
    return text.toString();
  }

  /** The value itself where it is not encoded well. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit > 127) {
        return text;
      } else if (unit != '%') {
        bytes.write(unit);
      } else if (i + 2 < text.length() && isHex(text.charAt(i + 1)) && isHex(text.charAt(i + 2))) {
        bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        return text;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isHex(char unit) {
    return HexFormat.isHexDigit(unit);
  }

  private static boolean isBare(byte unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9')
        || "-._~!*'()".indexOf(unit) >= 0;
  }
}
