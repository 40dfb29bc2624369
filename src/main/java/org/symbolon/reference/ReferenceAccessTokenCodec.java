package org.symbolon.reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.token.AccessClaims;
import org.symbolon.token.AccessTokenCodec;
import org.symbolon.token.VerifiedToken;

/**
 * Access tokens of the reference: header and payload in padded standard base64, signed with
 * HMAC-SHA256 in lower-case hexadecimal, which makes them no valid JWS.
 */
final class ReferenceAccessTokenCodec implements AccessTokenCodec {
  /** {@code {"alg":"HS256","typ":"JWT"}}. */
  private static final String HEADER = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";

  private static final int MOST_CHARACTERS = 100_000;

  private final AccessKeys keys;
  private final ReferenceClaims json;

  ReferenceAccessTokenCodec(AccessKeys keys, ReferenceClaims json) {
    this.keys = keys;
    this.json = json;
  }

  @Override
  public String encode(AccessClaims claims) {
    String signed = HEADER + "." + base64(json.write(claims));
    return signed + "." + keys.current().sign(signed);
  }

  @Override
  public Optional<VerifiedToken> decode(String token) {
    String[] parts = token.length() > MOST_CHARACTERS ? new String[0] : token.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(HEADER)) {
      return Optional.empty();
    }
    AccessKey key = signer(parts);
    if (key == null) {
      keys.lookForUnknownKey();
      key = signer(parts);
    }
    if (key == null) {
      return Optional.empty();
    }
    String keyId = key.id();
    return claims(parts[1]).map(claims -> new VerifiedToken(claims, keyId));
  }

  /** All of it: the signature is compared as text. */
  @Override
  public Optional<String> verifiedPart(String token) {
    return token.length() > MOST_CHARACTERS ? Optional.empty() : Optional.of(token);
  }

  private @Nullable AccessKey signer(String[] parts) {
    byte[] signature = parts[2].getBytes(StandardCharsets.UTF_8);
    String signed = parts[0] + "." + parts[1];
    for (AccessKey key : keys.verifying()) {
      if (MessageDigest.isEqual(key.sign(signed).getBytes(StandardCharsets.UTF_8), signature)) {
        return key;
      }
    }
    return null;
  }

  private Optional<AccessClaims> claims(String payload) {
    try {
      return json.read(new String(NodeText.fromBase64(payload), StandardCharsets.UTF_8));
    } catch (RuntimeException e) {
      // it is signed, but other processes sign as well, with whatever their versions write
      return Optional.empty();
    }
  }

  /**
   * As a cookie, where {@code +}, {@code /} and {@code =} take three characters each (RFC 3986
   * §2.1).
   */
  @Override
  public int longestLength(String token) {
    String[] parts = token.split("\\.", -1);
    String payload = new String(NodeText.fromBase64(parts[1]), StandardCharsets.UTF_8);
    int now = encodedLength(parts[1]);
    int child = encodedLength(base64(json.withParent(payload)));
    return parts[0].length() + parts[2].length() + 2 + Math.max(now, child);
  }

  private static int encodedLength(String base64) {
    int escaped = (int) base64.chars().filter(c -> c == '+' || c == '/' || c == '=').count();
    return base64.length() + 2 * escaped;
  }

  private static String base64(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
