package org.symbolon.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

  private final JwsAccessTokenCodec codec =
      new JwsAccessTokenCodec(keys, "JWT", new ClaimsJson("symbolon", List.of(), List.of()));
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
}
