package org.symbolon.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token cut at its dots (RFC 7515 §7.1), nothing checked: all three parts are untrusted.
 *
 * @param header base64url
 * @param payload base64url
 * @param signature base64url
 */
record JwsParts(String header, String payload, String signature) {
  /** The characters of a signature with HS256; all others have more. */
  static final int HS256_SIGNATURE = 43;

  private static final int MOST_CHARACTERS = 8192;
  private static final int MOST_HEADER_CHARACTERS = 300;

  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");

  /** Only to find the key; the header is then compared with the one that we would write. */
  private static final Pattern KEY_ID = Pattern.compile("\"kid\":\"([a-z0-9-]{1,64})\"");

  static Optional<JwsParts> of(String token) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    return first < 0 || second < 0 || token.length() > MOST_CHARACTERS
        ? Optional.empty()
        : Optional.of(
            new JwsParts(
                token.substring(0, first),
                token.substring(first + 1, second),
                token.substring(second + 1)));
  }

  /**
   * What our nodes look at: with HS256 everything; otherwise header (with the MAC in it) and
   * payload, and of the signature, that it could be one ({@link MacInHeader}).
   */
  Optional<String> verified() {
    if (!hasSignature()) {
      return Optional.empty();
    }
    return Optional.of(
        String.join(
            ".",
            header,
            payload,
            signature.length() == HS256_SIGNATURE
                ? signature
                : Integer.toString(signature.length())));
  }

  /** Whether the signature has the alphabet of one. */
  boolean hasSignature() {
    return BASE64URL.matcher(signature).matches();
  }

  /** Which key the header names. */
  Optional<String> keyId() {
    if (header.length() > MOST_HEADER_CHARACTERS) {
      return Optional.empty();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8);
      Matcher matcher = KEY_ID.matcher(text);
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Not the token. */
  @Override
  public String toString() {
    return "JwsParts[" + keyId().orElse("") + "]";
  }
}
