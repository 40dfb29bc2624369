package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerMetadataTest {
  private static final URI EVIL = URI.create("http://evil.example:81/x?y=z#f");

  @Test
  void the_document_has_what_clients_insist_on_and_nothing_else() {
    var json =
        new IssuerMetadata("https://shop.example.com/api", "/api/jwks.json")
            .json(EVIL, List.of("ES256", "EdDSA"));
    assertThat(json)
        .hasToString(
            "{\"issuer\":\"https://shop.example.com/api\","
                + "\"jwks_uri\":\"https://shop.example.com/api/jwks.json\","
                + "\"id_token_signing_alg_values_supported\":[\"ES256\",\"EdDSA\"],"
                + "\"response_types_supported\":[\"id_token\"],"
                + "\"subject_types_supported\":[\"public\"]}");
  }

  /** The header {@code Host} is the client's to choose; an issuer that is a URL is not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example.com:8443",
        "https://shop.example.com:8443/",
        "https://shop.example.com:8443/some/where?x#y",
      })
  void scheme_host_and_port_are_those_of_an_issuer_that_is_a_url(String issuer) {
    assertThat(jwksUri(issuer)).isEqualTo("https://shop.example.com:8443/k/jwks.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"symbolon", "urn:shop", "shop.example.com", "https:", "a b", "ftp://x/"})
  void else_they_are_those_of_the_request(String issuer) {
    assertThat(jwksUri(issuer)).isEqualTo("http://evil.example:81/k/jwks.json");
    assertThat(new IssuerMetadata(issuer, "/").origin()).isNull();
  }

  private static String jwksUri(String issuer) {
    return new IssuerMetadata(issuer, "/k/jwks.json").json(EVIL, List.of()).getString("jwks_uri");
  }
}
