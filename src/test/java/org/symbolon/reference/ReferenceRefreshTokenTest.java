package org.symbolon.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;
import org.symbolon.token.Mint;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.TimeSlots;

/** Refresh tokens of the reference's format that are made here. */
class ReferenceRefreshTokenTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final Lifetime LIFETIME = new Lifetime(Duration.ofDays(365), () -> NOW);
  private static final RefreshSecrets KEY = RefreshSecrets.of("a key");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Mint SLOT = new TimeSlots(Duration.ofSeconds(10)).mint(NOW, RANDOM);
  private static final Mint NONCE = new TimeSlots(Duration.ZERO).mint(NOW, RANDOM);

  static Stream<RefreshToken> tokens() {
    ReferenceRefreshToken login = login(UserId.of("Jürgen 😀"));
    return Stream.of(
        login, login.child(SLOT), login.child(NONCE), login(UserId.of(-5)).child(SLOT).child(SLOT));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void what_is_written_is_read(RefreshToken token) {
    ReferenceRefreshToken read = decode(token.text()).orElseThrow();
    assertThat(read.text()).isEqualTo(token.text());
    assertThat(read.handle()).isEqualTo(token.handle());
    assertThat(read.mint()).isEqualTo(token.mint());
    assertThat(read.hash2()).isEqualTo(token.hash2());
    assertThat(read.antiCsrf()).isEqualTo(token.antiCsrf());
    assertThat(read.idRefresh()).isEqualTo(token.idRefresh());
    assertThat(read.authenticatedAt()).isEqualTo(NOW);
    assertThat(read.absoluteEnd()).isEqualTo(NOW.plus(Duration.ofDays(365)));
    assertThat(read.child(SLOT).text()).isEqualTo(token.child(SLOT).text());
    assertThat(read.child(SLOT).succeeds(token.hash2())).isTrue();
    assertThat(read.succeeds(token.hash2())).isFalse();
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void changed_characters_are_refused(RefreshToken token) {
    String text = token.text();
    for (int i = 0; i < text.length(); i += i < 440 ? 7 : 1) {
      char changed = text.charAt(i) == 'a' ? 'b' : 'a';
      assertRefused(text.substring(0, i) + changed + text.substring(i + 1));
      assertRefused(text.substring(0, i) + text.substring(i + 1));
    }
    for (String added : List.of("=", "A", "AAAA", " ", "\n", ".", "0")) {
      assertRefused(text + added);
      assertRefused(added + text);
    }
    int dot = text.indexOf('.');
    assertRefused(text.substring(0, dot).replace("=", "") + "==" + text.substring(dot) + " ");
    assertRefused(text.substring(0, dot + 1) + "0".repeat(64));
    assertRefused(text.substring(0, dot));
    assertRefused("A".repeat(1_000_000) + ".0");
  }

  @Test
  void a_token_of_another_key_is_refused() {
    RefreshSecrets other = RefreshSecrets.of("another key");
    assertThat(tokens())
        .allSatisfy(
            token ->
                assertThat(ReferenceRefreshTokenCodec.decode(token.text(), other, LIFETIME))
                    .isEmpty());
  }

  @Test
  void siblings_are_recomputed_from_one_of_them_by_any_node() {
    ReferenceRefreshToken parent = login(UserId.of("u"));
    Mint later = new Mint.Slot(((Mint.Slot) SLOT).start().plusSeconds(5));
    RefreshToken one = decode(parent.child(SLOT).text()).orElseThrow();
    RefreshToken other = parent.child(later);
    assertThat(one.sibling(later).text()).isEqualTo(other.text()).isNotEqualTo(one.text());
    assertThat(one.antiCsrf()).isEqualTo(other.antiCsrf()).isNotEqualTo(parent.antiCsrf());
    assertThat(one.idRefresh()).isNotEqualTo(other.idRefresh()).isNotEqualTo(parent.idRefresh());
    assertThat(one.idRefresh())
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  }

  @Test
  void the_child_of_a_stolen_row_and_key_cannot_be_guessed() {
    assertThat(login(UserId.of("u")).text()).isNotEqualTo(login(UserId.of("u")).text());
    ReferenceRefreshToken parent = login(UserId.of("u"));
    assertThat(parent.mint()).as("tells no slot").isInstanceOf(Mint.Nonce.class);
    // all that is in the table: the hash of the hash, where the child holds the hash
    assertThat(parent.child(SLOT).sibling(SLOT).text()).isEqualTo(parent.child(SLOT).text());
    assertThat(parent.sibling(SLOT).text()).isNotEqualTo(parent.child(SLOT).text());
  }

  @Test
  void a_nonce_tells_its_slot_to_who_has_the_key_only() {
    SessionHandle handle = new SessionHandle("h");
    String nonce = SlotNonce.of(SLOT, KEY, handle, "parent");
    assertThat(nonce).matches("[0-9a-f]{64}");
    assertThat(SlotNonce.mint(nonce, KEY, handle, "parent")).isEqualTo(SLOT);
    Mint later = new Mint.Slot(((Mint.Slot) SLOT).start().plusSeconds(5));
    String next = SlotNonce.of(later, KEY, handle, "parent");
    assertThat(next.substring(0, 10)).isNotEqualTo(nonce.substring(0, 10));
    for (Mint other :
        List.of(
            SlotNonce.mint(nonce, RefreshSecrets.of("x"), handle, "parent"),
            SlotNonce.mint(nonce, KEY, new SessionHandle("i"), "parent"),
            SlotNonce.mint(nonce, KEY, handle, "other"),
            SlotNonce.mint("0".repeat(64), KEY, handle, "parent"),
            SlotNonce.mint("no nonce of the reference", KEY, handle, "parent"))) {
      assertThat(other).isInstanceOf(Mint.Nonce.class);
    }
    byte[] bytes = HexFormat.of().parseHex(nonce);
    bytes[0] ^= 1;
    assertThat(SlotNonce.mint(HexFormat.of().formatHex(bytes), KEY, handle, "parent"))
        .isInstanceOf(Mint.Nonce.class);
  }

  @Test
  void handles_tell_when_the_session_began() {
    SessionHandle ours = HandleTime.newHandle(NOW, RANDOM);
    assertThat(ours.value()).matches("[0-9a-f]{44}");
    assertThat(HandleTime.of(ours)).contains(NOW);
    assertThat(HandleTime.newHandle(NOW, RANDOM)).isNotEqualTo(ours);
    assertThat(HandleTime.of(new SessionHandle("fa1073d0-e5f0-11f1-90ed-c98bf220be87")))
        .contains(Instant.parse("2026-11-21T21:17:37.549Z"));
    for (String silent : List.of("x", "fa1073d0-e5f0-41f1-90ed-c98bf220be87", "0".repeat(32))) {
      SessionHandle handle = new SessionHandle(silent);
      assertThat(HandleTime.of(handle)).isEmpty();
      assertThat(LIFETIME.begin(handle)).isEqualTo(NOW);
      assertThat(LIFETIME.end(handle)).isEqualTo(Instant.MAX);
    }
  }

  private static java.util.Optional<ReferenceRefreshToken> decode(String text) {
    return ReferenceRefreshTokenCodec.decode(text, KEY, LIFETIME);
  }

  private static void assertRefused(String text) {
    assertThat(decode(text)).as(text).isEmpty();
  }

  private static ReferenceRefreshToken login(UserId userId) {
    return ReferenceRefreshTokenCodec.login(KEY, userId, NOW, LIFETIME, RANDOM);
  }
}
