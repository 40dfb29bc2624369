package org.symbolon.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.symbolon.key.HmacSha256;
import org.symbolon.key.SigningKey;

/**
 * ECDSA on P-256 (RFC 7518 §3.4), for others. Our own nodes do not check that signature, which
 * takes a thousand times as long as a MAC, but a MAC in the header:
 *
 * <pre>{@code
 * header = {"alg":"ES256","typ":"JWT","kid":"K","org.symbolon.mac":"M"}
 * M      = base64url(HMAC-SHA256(MAC key of K, "symbolon/es256-mac/v1" | 0 | K | 0
 *              | header with nothing between M's quotes | 0 | payload as it stands in the token))
 * }</pre>
 *
 * Others ignore the unknown parameter (RFC 7515 §4.2). Since the signature is not looked at, a
 * token has more than one text that our nodes accept; ECDSA signatures are never unique anyway.
 */
final class Es256 implements JwsAlgorithm {
  static final Es256 INSTANCE = new Es256();

  private static final String MAC = "org.symbolon.mac";
  private static final String CONTEXT = "symbolon/es256-mac/v1";

  /** R and S, 32 bytes each. */
  private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9_-]{86}");

  private Es256() {}

  @Override
  public String sign(SigningKey key, String payload) {
    JsonWebSignature jws =
        JwsAlgorithm.begin(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, key, payload);
    jws.setHeader(MAC, mac(key, jws.getEncodedPayload()));
    jws.setKey(key.pair().getPrivate());
    return JwsAlgorithm.finish(jws);
  }

  @Override
  public Optional<String> verify(SigningKey key, JwsParts token) {
    String header = header(key, mac(key, token.payload()));
    boolean genuine =
        MessageDigest.isEqual(
            Hash.base64Url(header.getBytes(StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII),
            token.header().getBytes(StandardCharsets.UTF_8));
    return genuine && SIGNATURE.matcher(token.signature()).matches()
        ? Optional.of(new String(Hash.fromBase64Url(token.payload()), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static String mac(SigningKey key, String payload) {
    String input = String.join("\0", CONTEXT, key.id(), header(key, ""), payload);
    return Hash.base64Url(HmacSha256.of(key.macKey(), input.getBytes(StandardCharsets.UTF_8)));
  }

  private static String header(SigningKey key, String mac) {
    return "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\""
        + key.id()
        + "\",\""
        + MAC
        + "\":\""
        + mac
        + "\"}";
  }
}
