package org.symbolon.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.SessionHandle;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.SigningKeys;
import org.symbolon.testing.TestKeys;

/** Refresh tokens and their text. */
class SeededRefreshTokenCodecTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final SigningKeys KEYS = TestKeys.fresh(NOW);

  private final SeededRefreshTokenCodec codec = new SeededRefreshTokenCodec(KEYS::find);

  static Stream<SeededRefreshToken> tokens() {
    SecureRandom random = new SecureRandom();
    Mint slot = new TimeSlots(Duration.ofSeconds(10)).mint(NOW, random);
    Mint nonce = new TimeSlots(Duration.ZERO).mint(NOW, random);
    return Stream.of(login(slot), login(nonce), login(slot).child(slot), login(slot).child(nonce));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void what_is_written_is_read(SeededRefreshToken token) {
    SeededRefreshToken read = codec.decode(token.text()).orElseThrow();
    assertThat(read.text()).isEqualTo(token.text());
    assertThat(read.handle()).isEqualTo(token.handle());
    assertThat(read.generation()).isEqualTo(token.generation());
    assertThat(read.mint()).isEqualTo(token.mint());
    assertThat(read.authenticatedAt()).isEqualTo(NOW);
    assertThat(read.absoluteEnd()).isEqualTo(NOW.plus(Duration.ofDays(365)));
    assertThat(read.hash2()).isEqualTo(token.hash2());
    assertThat(read.parentHash2()).isEqualTo(token.parentHash2());
    assertThat(read.child(read.mint()).text()).isEqualTo(token.child(token.mint()).text());
    assertThat(read.sibling(read.mint()).text()).isEqualTo(token.text());
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void every_changed_bit_is_refused(SeededRefreshToken token) {
    byte[] bytes = Base64.getUrlDecoder().decode(token.text());
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertRefused(Hash.base64Url(changed));
    }
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void every_changed_character_is_refused(SeededRefreshToken token) {
    String text = token.text();
    for (int i = 0; i < text.length(); i++) {
      for (char c = 0; c < 130; c++) {
        if (c != text.charAt(i)) {
          assertRefused(text.substring(0, i) + c + text.substring(i + 1));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void other_spellings_and_lengths_are_refused(SeededRefreshToken token) {
    String text = token.text();
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    for (String added : new String[] {"=", "==", "A", "AA", "AAAA", " ", "\n", ".", "\0"}) {
      assertRefused(text + added);
      assertRefused(added + text);
    }
    for (int length = 0; length < bytes.length; length++) {
      assertRefused(Hash.base64Url(Arrays.copyOf(bytes, length)));
    }
    String standard = text.replace('-', '+').replace('_', '/');
    if (!standard.equals(text)) {
      assertRefused(standard);
    }
    assertRefused(text + text);
    assertRefused("A".repeat(501));
    assertRefused("A".repeat(1_000_000));
  }

  @Test
  void the_standard_alphabet_is_refused() {
    String text =
        Stream.generate(() -> tokens().findFirst().orElseThrow().text())
            .filter(candidate -> candidate.contains("-") || candidate.contains("_"))
            .findFirst()
            .orElseThrow();
    assertRefused(text.replace('-', '+').replace('_', '/'));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void a_token_of_other_keys_is_refused(SeededRefreshToken token) {
    SigningKeys others = TestKeys.fresh(NOW);
    others.current(KeyPurpose.REFRESH);
    assertThat(new SeededRefreshTokenCodec(others::find).decode(token.text())).isEmpty();
    SeededRefreshTokenCodec wrongKey =
        new SeededRefreshTokenCodec(
            id -> java.util.Optional.of(others.current(KeyPurpose.REFRESH)));
    assertThat(wrongKey.decode(token.text())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void the_values_are_those_of_the_documentation(SeededRefreshToken token) throws Exception {
    byte[] text = token.text().getBytes(StandardCharsets.US_ASCII);
    byte[] label = "symbolon/seed/v1".getBytes(StandardCharsets.US_ASCII);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    byte[] seed =
        sha.digest(ByteBuffer.allocate(label.length + text.length).put(label).put(text).array());
    byte[] hash1 = sha.digest(seed);
    String hash2 = HexFormat.of().formatHex(sha.digest(hash1));
    assertThat(token.hash1())
        .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash1));
    assertThat(token.hash2()).isEqualTo(hash2).isEqualTo(SeededRefreshToken.hash2Of(token.hash1()));
    SeededRefreshToken child = token.child(token.mint());
    assertThat(child.parentHash2()).isEqualTo(hash2);
    assertThat(child.generation()).isEqualTo(token.generation() + 1);
    byte[] inside = Base64.getUrlDecoder().decode(child.text());
    assertThat(Arrays.copyOfRange(inside, 29, 61)).isEqualTo(seed);
    assertThat(HexFormat.of().formatHex(inside, 9, 25)).isEqualTo(token.handle().value());
  }

  @Test
  void siblings_share_the_anti_csrf_token_but_not_the_id_refresh_token() {
    SeededRefreshToken parent = tokens().findFirst().orElseThrow();
    SeededRefreshToken one = parent.child(new Mint.Slot(NOW));
    SeededRefreshToken other = parent.child(new Mint.Slot(NOW.plusSeconds(5)));
    assertThat(one.antiCsrf()).isEqualTo(other.antiCsrf()).isNotEqualTo(parent.antiCsrf());
    assertThat(one.idRefresh()).isNotEqualTo(other.idRefresh()).isNotEqualTo(parent.idRefresh());
    assertThat(codec.decode(one.text()).orElseThrow().idRefresh()).isEqualTo(one.idRefresh());
  }

  /** What older versions wrote is still read and written, and nothing of it has moved. */
  @Test
  void handles_of_ours_take_sixteen_bytes_and_others_as_many_as_they_have() {
    SeededRefreshToken ours = tokens().findFirst().orElseThrow();
    assertThat(Base64.getUrlDecoder().decode(ours.text())).hasSize(117).startsWith(1);
    for (String handle :
        new String[] {"fa1073d0-e5f0-11f1-90ed-c98bf220be87", "h", "z".repeat(255)}) {
      RefreshToken adopted =
          new AdoptedRefreshToken(
              RefreshKey.of(KEYS.current(KeyPurpose.REFRESH)),
              new ForeignRefreshToken(
                  "theirs", new SessionHandle(handle), NOW, NOW.plusSeconds(9), Set.of("a", "b")));
      assertThat(adopted.succeeds("a") && adopted.succeeds("b")).isTrue();
      assertThat(adopted.succeeds(adopted.hash2())).isFalse();
      for (Mint mint : List.of(new Mint.Slot(NOW), new Mint.Nonce("0f".repeat(16)))) {
        RefreshToken child = adopted.child(mint);
        byte[] inside = Base64.getUrlDecoder().decode(child.text());
        assertThat(inside[0]).isEqualTo((byte) (mint instanceof Mint.Slot ? 3 : 4));
        assertThat(new String(inside, 10, handle.length(), StandardCharsets.US_ASCII))
            .isEqualTo(handle);
        SeededRefreshToken read = codec.decode(child.text()).orElseThrow();
        assertThat(read.handle().value()).isEqualTo(handle);
        assertThat(read.succeeds(adopted.hash2())).isTrue();
        assertThat(read.mint()).isEqualTo(mint);
        assertThat(read.absoluteEnd()).isEqualTo(NOW.plusSeconds(9));
        assertThat(read.sibling(mint).text()).isEqualTo(child.text());
        for (int bit = 0; bit < inside.length * 8; bit += 3) {
          byte[] changed = inside.clone();
          changed[bit / 8] ^= (byte) (1 << bit % 8);
          assertRefused(Hash.base64Url(changed));
        }
      }
    }
  }

  private void assertRefused(String text) {
    assertThat(codec.decode(text)).as(text).isEmpty();
  }

  private static SeededRefreshToken login(Mint mint) {
    return SeededRefreshTokenCodec.login(
        KEYS.current(KeyPurpose.REFRESH),
        mint,
        NOW,
        NOW.plus(Duration.ofDays(365)),
        new SecureRandom());
  }
}
