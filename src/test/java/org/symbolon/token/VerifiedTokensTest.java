package org.symbolon.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.UserId;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.KeySource;
import org.symbolon.key.SigningKey;
import org.symbolon.key.SigningKeys;
import org.symbolon.testing.TestKeys;

class VerifiedTokensTest {
  private final SigningKeys real = TestKeys.fresh(SampleClaims.NOW);
  private final List<String> asked = new ArrayList<>();
  private boolean gone;

  private final KeySource keys =
      new KeySource() {
        @Override
        public SigningKey current(KeyPurpose purpose) {
          return real.current(purpose);
        }

        @Override
        public Optional<SigningKey> find(String id) {
          asked.add(id);
          return real.find(id).filter(key -> !gone);
        }

        @Override
        public List<SigningKey> published() {
          return real.published();
        }
      };

  private final JwsAccessTokenCodec codec = codec(keys);
  private final VerifiedTokens cache = new VerifiedTokens(codec, id -> keys.find(id).isPresent());
  private final String confirmed = codec.encode(SampleClaims.confirmed(UserId.of("u")));

  @Test
  void tokens_are_remembered_but_never_unconfirmed_or_failed_ones() {
    cache.decode(codec.encode(SampleClaims.unconfirmed(UserId.of("u"))));
    cache.decode(confirmed + "x");
    assertThat(cache.size()).isZero();
    VerifiedToken first = cache.decode(confirmed).orElseThrow();
    assertThat(cache.decode(confirmed).orElseThrow()).isSameAs(first);
    assertThat(cache.decode(confirmed + "x")).isEmpty();
  }

  @Test
  void the_key_is_asked_for_once_for_each_verification_remembered_or_not() {
    String keyId = real.current(KeyPurpose.ACCESS).id();
    cache.decode(confirmed);
    cache.decode(confirmed);
    cache.decode(confirmed);
    assertThat(asked).containsExactly(keyId, keyId, keyId);
  }

  @Test
  void a_remembered_token_is_refused_as_soon_as_its_key_is_gone() {
    assertThat(cache.decode(confirmed)).isPresent();
    gone = true;
    assertThat(cache.decode(confirmed)).isEmpty();
    gone = false;
    assertThat(cache.decode(confirmed)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "EdDSA"})
  void signatures_that_nobody_looks_at_make_no_second_token(String algorithm) {
    SigningKeys pairs =
        TestKeys.fresh(
            () -> SampleClaims.NOW, Map.of("symbolon.access-token.algorithm", algorithm));
    VerifiedTokens tokens = new VerifiedTokens(codec(pairs), id -> pairs.find(id).isPresent());
    String token = tokens.encode(SampleClaims.confirmed(UserId.of("u")));
    String signed = token.substring(0, token.lastIndexOf('.') + 1);
    VerifiedToken first = tokens.decode(token).orElseThrow();
    for (int i = 0; i < 1000; i++) {
      String other = signed + ("A".repeat(86) + i).substring(("" + i).length());
      assertThat(tokens.decode(other)).containsSame(first);
    }
    assertThat(tokens.size()).isEqualTo(1);
    for (String none : List.of("", "A", "A".repeat(43), "A".repeat(85), "=".repeat(86), " ")) {
      assertThat(tokens.decode(signed + none)).isEmpty();
    }
    assertThat(tokens.decode(signed + "A".repeat(7000))).isEmpty();
    assertThat(tokens.size()).isEqualTo(1);
  }

  @Test
  void a_signature_that_is_looked_at_has_one_spelling() {
    cache.decode(confirmed);
    int dot = confirmed.lastIndexOf('.');
    String signature = confirmed.substring(dot + 1);
    char last = signature.charAt(42);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char sameBits = alphabet.charAt(alphabet.indexOf(last) ^ 1);
    for (String other :
        List.of(
            signature + "=",
            signature + " ",
            signature + "!".repeat(4000),
            " " + signature,
            signature.substring(0, 20) + "*" + signature.substring(20),
            signature.substring(0, 20) + "\n" + signature.substring(20),
            signature.substring(0, 42) + sameBits)) {
      assertThat(cache.decode(confirmed.substring(0, dot + 1) + other)).as(other).isEmpty();
    }
    assertThat(cache.size()).isEqualTo(1);
  }

  /** The application lets somebody write what it puts into the payload. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "{}", "[]", "\"\"", "true", "{\"a\":{\"b\":[1,2]}}"})
  void however_many_and_large_tokens_there_are_they_weigh_no_more_than_the_bound(String element) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    int length = 0;
    while (length < 5000) {
      array.add(Json.createReader(new StringReader(element)).readValue());
      length += element.length() + 1;
    }
    AccessClaims small = SampleClaims.confirmed(UserId.of("u"));
    AccessClaims large = small.renewed(array.build(), Set.of(), SampleClaims.NOW, "id");
    AccessClaims twice =
        small.renewed(
            Json.createArrayBuilder().add(large.payload()).add(large.payload()).build(),
            Set.of(),
            SampleClaims.NOW,
            "id");
    int one = TokenWeight.bytes("x".repeat(8192), new VerifiedToken(large, "k"));
    int two = TokenWeight.bytes("x".repeat(16384), new VerifiedToken(twice, "k"));
    assertThat(two).isBetween((int) (1.8 * one), (int) (2.2 * one));

    VerifiedTokens tokens = new VerifiedTokens(new AnyToken(large), id -> true);
    for (int i = 0; i < 20_000; i++) {
      tokens.decode(("x".repeat(8180) + i));
      if (i == 9_999) {
        assertThat(tokens.bytes()).isLessThanOrEqualTo(VerifiedTokens.MOST_BYTES);
      }
    }
    assertThat(tokens.bytes()).isLessThanOrEqualTo(VerifiedTokens.MOST_BYTES);
    assertThat(tokens.size()).isBetween(1L, VerifiedTokens.MOST_BYTES * 11 / 10 / one);
  }

  /** Everything is a token. */
  private record AnyToken(AccessClaims claims) implements AccessTokenCodec {
    @Override
    public String encode(AccessClaims ignored) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<VerifiedToken> decode(String token) {
      return Optional.of(new VerifiedToken(claims, "key"));
    }

    @Override
    public Optional<String> verifiedPart(String token) {
      return Optional.of(token);
    }

    @Override
    public int longestLength(String token) {
      return token.length();
    }
  }

  private static JwsAccessTokenCodec codec(KeySource keys) {
    return new JwsAccessTokenCodec(keys, "JWT", new ClaimsJson("symbolon", List.of(), List.of()));
  }
}
