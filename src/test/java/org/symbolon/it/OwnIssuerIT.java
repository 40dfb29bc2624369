package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An issuer with RSA keys of its own, an address, an audience and a token type. */
@ExtendWith(ArquillianExtension.class)
class OwnIssuerIT implements Site {

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("own-issuer.war")
        .with(LoginResource.class, KeyPairBean.class)
        .config("symbolon.refresh-token.path", "/own-issuer/api/session/refresh")
        .config("symbolon.access-token.jwks-path", "/own-issuer/api/keys")
        .config("symbolon.access-token.algorithm", "RS256")
        .config("symbolon.access-token.issuer", "https://auth.example.com/own-issuer/api")
        .config("symbolon.access-token.audience", "shop,depot")
        .config("symbolon.access-token.type", "at+jwt")
        .build();
  }

  @ArquillianResource URL base;

  @Override
  public Browser browser() {
    return new Browser(base);
  }

  @Test
  void a_session_lives_and_others_verify_its_token() throws Exception {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.get("api/login")).saysOk("alice");
    assertAnswer(user.refresh()).issuesTokens();
    assertAnswer(user.get("api/login")).saysOk("alice");
    SignedJWT jwt = SignedJWT.parse(user.cookie(ACCESS));
    JWK key =
        JWKSet.parse(browser().get("api/keys").body()).getKeyByKeyId(jwt.getHeader().getKeyID());
    assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    assertThat(jwt.getHeader().getType()).hasToString("at+jwt");
    assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("shop", "depot");
  }

  /** Found where OpenID Connect Discovery looks for them, below the issuer, whatever the host. */
  @Test
  void the_metadata_of_an_issuer_with_an_address_name_that_address_and_may_be_kept() {
    Answer answer = browser().get("api/.well-known/openid-configuration");
    assertAnswer(answer)
        .saysOk(
            "{\"issuer\":\"https://auth.example.com/own-issuer/api\","
                + "\"jwks_uri\":\"https://auth.example.com/own-issuer/api/keys\","
                + "\"id_token_signing_alg_values_supported\":[\"RS256\"],"
                + "\"response_types_supported\":[\"id_token\"],"
                + "\"subject_types_supported\":[\"public\"]}");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=3600");
    assertAnswer(browser().get("api/session/jwks.json")).hasStatus(404);
  }
}
