package org.symbolon.http;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of an issuer are (OpenID Connect Discovery 1.0 §3, RFC 8414 §2), in as few words
 * as clients accept: there is no log-in by OpenID Connect here.
 *
 * @param issuer the claim {@code iss}
 * @param jwksPath where the keys are on this server
 */
record IssuerMetadata(String issuer, String jwksPath) {

  /** Scheme, host and port of an issuer that is a URL, as it is for a stock client. */
  @Nullable URI origin() {
    try {
      URI uri = URI.create(issuer);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null ? uri.resolve("/") : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The document.
   *
   * @param request the address that was asked for, which counts if the issuer is no URL
   * @param algorithms of the keys
   */
  JsonObject json(URI request, List<String> algorithms) {
    URI origin = origin();
    URI base = origin == null ? request : origin;
    return Json.createObjectBuilder()
        .add("issuer", issuer)
        .add("jwks_uri", base.getScheme() + "://" + base.getRawAuthority() + jwksPath)
        .add("id_token_signing_alg_values_supported", array(algorithms))
        .add("response_types_supported", array(List.of("id_token")))
        .add("subject_types_supported", array(List.of("public")))
        .build();
  }

  private static JsonArray array(List<String> texts) {
    return Json.createArrayBuilder(texts).build();
  }
}
