package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URL;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application whose tokens others can verify, as they find it. */
@ExtendWith(ArquillianExtension.class)
class PublicKeysIT implements Site {
  private static final String KEYS = "api/session/jwks.json";
  private static final String METADATA = "api/session/.well-known/openid-configuration";

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("issuer.war")
        .with(LoginResource.class)
        .config("symbolon.refresh-token.path", "/issuer/api/session/refresh")
        .config("symbolon.access-token.algorithm", "ES256")
        .config("symbolon.http.allowed-origins", "https://app.example.com")
        .build();
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }

  @Test
  void a_token_is_verified_with_the_key_that_its_header_names() throws Exception {
    String token = browser().loggedIn("alice").cookie(ACCESS);
    SignedJWT jwt = SignedJWT.parse(token);
    JWK key = JWKSet.parse(browser().get(KEYS).body()).getKeyByKeyId(jwt.getHeader().getKeyID());
    assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
    assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("alice");
  }

  @Test
  void nothing_but_public_members_is_sent() {
    var keys = json(browser().get(KEYS)).getJsonArray("keys").getValuesAs(JsonObject.class);
    assertThat(keys).isNotEmpty();
    for (JsonObject key : keys) {
      assertThat(key.keySet()).isEqualTo(Set.of("kty", "kid", "use", "alg", "crv", "x", "y"));
    }
  }

  @Test
  void the_metadata_name_the_place_of_the_keys() {
    JsonObject metadata = json(browser().get(METADATA));
    assertThat(metadata.getString("issuer")).isEqualTo("symbolon");
    assertThat(metadata.getString("jwks_uri")).isEqualTo(base + KEYS);
    assertThat(metadata.getJsonArray("id_token_signing_alg_values_supported"))
        .hasToString("[\"ES256\"]");
  }

  @Test
  void the_keys_may_be_kept_for_an_hour_but_what_the_client_s_host_is_in_by_nobody() {
    assertThat(browser().get(KEYS).header("Cache-Control")).isEqualTo("public, max-age=3600");
    assertAnswer(browser().get(METADATA)).isNotStored();
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYS, METADATA})
  void a_read_has_no_word_about_tokens_and_is_for_pages_of_every_origin(String path) {
    Browser user = browser().loggedIn("alice").sending("Origin", "https://other.example.com");
    Answer answer = user.get(path);
    assertAnswer(answer).hasStatus(200).leavesTokensAlone();
    assertThat(answer.header("Content-Type")).matches("application/json(;\\s?charset=UTF-8)?");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.headers("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYS, METADATA})
  void who_has_it_already_gets_no_second_copy(String path) {
    Answer first = browser().get(path);
    Answer again = browser().sending("If-None-Match", first.header("ETag")).get(path);
    assertAnswer(again).hasStatus(304);
    assertThat(again.body()).isEmpty();
    for (String header : new String[] {"ETag", "Cache-Control", "Access-Control-Allow-Origin"}) {
      assertThat(again.header(header)).isEqualTo(first.header(header));
    }
    assertAnswer(browser().sending("If-None-Match", "\"x\"").get(path)).saysOk(first.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYS, METADATA})
  void head_is_get_without_the_body(String path) {
    Answer get = browser().get(path);
    Answer head = browser().call("HEAD", path);
    assertAnswer(head).hasStatus(200);
    assertThat(head.body()).isEmpty();
    for (String header : new String[] {"ETag", "Cache-Control"}) {
      assertThat(head.header(header)).isEqualTo(get.header(header));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {KEYS, METADATA})
  void options_tells_what_is_allowed(String path) {
    Answer answer = browser().call("OPTIONS", path);
    assertAnswer(answer).hasStatus(204).leavesTokensAlone();
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    Browser page = browser().sending("Origin", "https://other.example.com");
    Answer preflight = page.sending("Access-Control-Request-Method", "GET").call("OPTIONS", path);
    assertAnswer(preflight).hasStatus(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void nothing_can_be_changed(String method) {
    Answer answer = browser().call(method, KEYS);
    assertAnswer(answer).hasStatus(405).leavesTokensAlone();
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertAnswer(browser().call(method, METADATA)).hasStatus(405);
  }

  private static JsonObject json(Answer answer) {
    assertAnswer(answer).hasStatus(200);
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}
