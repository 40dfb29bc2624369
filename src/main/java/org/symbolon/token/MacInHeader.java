package org.symbolon.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.interfaces.RSAKey;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.symbolon.config.SigningAlgorithm;
import org.symbolon.key.HmacSha256;
import org.symbolon.key.SigningKey;

/**
 * A public-key algorithm, for others: ES256 (RFC 7518 §3.4), EdDSA (RFC 8037 §3.1), RS256 (RFC 7518
 * §3.3). Our own nodes do not check its signature, which takes up to a thousand times as long as a
 * MAC, but a MAC in the header:
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
final class MacInHeader implements JwsAlgorithm {
  static final MacInHeader ES256 =
      new MacInHeader(
          SigningAlgorithm.ES256, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  static final MacInHeader EDDSA =
      new MacInHeader(SigningAlgorithm.EDDSA, AlgorithmIdentifiers.EDDSA);
  static final MacInHeader RS256 =
      new MacInHeader(SigningAlgorithm.RS256, AlgorithmIdentifiers.RSA_USING_SHA256);

  private static final String MAC = "org.symbolon.mac";

  /** Of ES256 (R and S) and EdDSA. */
  private static final int SIGNATURE_BYTES = 64;

  private final String context;
  private final String joseName;

  private MacInHeader(SigningAlgorithm algorithm, String joseName) {
    this.context = "symbolon/" + algorithm.label() + "-mac/v1";
    this.joseName = joseName;
  }

  @Override
  public String sign(SigningKey key, String type, String payload) {
    JsonWebSignature jws = JwsAlgorithm.begin(joseName, key, type, payload);
    jws.setHeader(MAC, mac(key, type, jws.getEncodedPayload()));
    jws.setKey(key.pair().getPrivate());
    return JwsAlgorithm.finish(jws);
  }

  @Override
  public Optional<String> verify(SigningKey key, String type, JwsParts token) {
    String header = header(key, type, mac(key, type, token.payload()));
    boolean genuine =
        MessageDigest.isEqual(
            Hash.base64Url(header.getBytes(StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII),
            token.header().getBytes(StandardCharsets.UTF_8));
    return genuine && mayBeSignature(key, token)
        ? Optional.of(new String(Hash.fromBase64Url(token.payload()), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static boolean mayBeSignature(SigningKey key, JwsParts token) {
    int bytes =
        key.pair().getPublic() instanceof RSAKey rsa
            ? (rsa.getModulus().bitLength() + 7) / 8
            : SIGNATURE_BYTES;
    return token.signature().length() == (bytes * 4 + 2) / 3 && token.hasSignature();
  }

  private String mac(SigningKey key, String type, String payload) {
    String input = String.join("\0", context, key.id(), header(key, type, ""), payload);
    return Hash.base64Url(HmacSha256.of(key.macKey(), input.getBytes(StandardCharsets.UTF_8)));
  }

  private static String header(SigningKey key, String type, String mac) {
    String plain = JwsAlgorithm.header(key, type);
    return plain.substring(0, plain.length() - 1) + ",\"" + MAC + "\":\"" + mac + "\"}";
  }
}
