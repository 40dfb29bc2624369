package org.symbolon.token;

import java.util.Optional;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.symbolon.key.SigningKey;

/** How the tokens of one kind of key are signed, and checked by our own nodes. */
sealed interface JwsAlgorithm permits Hs256, MacInHeader {

  /** The one that goes with the key; a token has no say in it (RFC 8725 §3.1). */
  static JwsAlgorithm of(SigningKey key) {
    return switch (key.algorithm()) {
      case HS256 -> Hs256.INSTANCE;
      case ES256 -> MacInHeader.ES256;
      case EDDSA -> MacInHeader.EDDSA;
      case RS256 -> MacInHeader.RS256;
    };
  }

  /**
   * The whole token, in compact serialization (RFC 7515 §7.1).
   *
   * @param type the header {@code typ}
   */
  String sign(SigningKey key, String type, String payload);

  /** The payload, if the token is one that a holder of the key has signed, of this type. */
  Optional<String> verify(SigningKey key, String type, JwsParts token);

  /** What every header holds. */
  static String header(SigningKey key, String type) {
    return "{\"alg\":\""
        + key.algorithm().jwsName()
        + "\",\"typ\":\""
        + type
        + "\",\"kid\":\""
        + key.id()
        + "\"}";
  }

  /** Names, order and spelling of the header are fixed: there is one header for one token. */
  static JsonWebSignature begin(String algorithm, SigningKey key, String type, String payload) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(algorithm);
    jws.setHeader("typ", type);
    jws.setKeyIdHeaderValue(key.id());
    jws.setPayload(payload);
    return jws;
  }

  /** Signs. */
  static String finish(JsonWebSignature jws) {
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }
}
