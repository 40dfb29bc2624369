package org.symbolon.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.testing.LogLines;

class KeyEncryptionConfigReaderTest {
  private static final String KEYS = "symbolon.key-encryption.keys";
  private static final String PLAIN_ROWS = "symbolon.key-encryption.plain-rows";

  private final byte[] first = random(32);
  private final byte[] second = random(32);

  @Test
  void without_keys_it_is_off() {
    KeyEncryptionConfig config = read(Map.of());
    assertThat(config.isOn()).isFalse();
    assertThat(config.plainRows()).isEqualTo(PlainKeyRows.REFUSE);
  }

  @Test
  void keys_are_read_in_their_order_in_any_spelling_of_base64() {
    String list =
        " "
            + Base64.getEncoder().encodeToString(first)
            + " , "
            + Base64.getUrlEncoder().withoutPadding().encodeToString(second)
            + "\n";
    KeyEncryptionConfig config = read(Map.of(KEYS, list));
    assertThat(config.keys()).hasSize(2);
    assertThat(config.keys().get(0).getEncoded()).isEqualTo(first);
    assertThat(config.keys().get(1).getEncoded()).isEqualTo(second);
    assertThat(config.toString()).isEqualTo("KeyEncryptionConfig[2 keys, REFUSE]");
  }

  @ParameterizedTest
  @CsvSource({"refuse, REFUSE", "ACCEPT, ACCEPT", "write, WRITE"})
  void plain_rows_are_treated_as_configured(String text, PlainKeyRows expected) {
    assertThat(read(Map.of(KEYS, base64(first), PLAIN_ROWS, text)).plainRows()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 24, 31, 33, 48, 64})
  void a_key_of_another_length_stops_the_deployment(int bytes) {
    isRefused(
        base64(first) + "," + base64(random(bytes)),
        "(key 2 of 2): must be 32 bytes in base64, but");
  }

  @Test
  void what_is_no_random_key_stops_the_deployment() {
    isRefused(base64(new byte[32]), "must be 32 random bytes");
    byte[] sequence = new byte[32];
    byte[] pattern = new byte[32];
    for (int i = 0; i < 32; i++) {
      sequence[i] = (byte) (7 + i * 3);
      pattern[i] = first[i % 8];
    }
    isRefused(base64(sequence), "must be 32 random bytes");
    isRefused(base64(pattern), "must be 32 random bytes");
    String password = "correct horse battery staple, 42";
    isRefused(base64(password.getBytes(StandardCharsets.US_ASCII)), "must be 32 random bytes");
    isRefused(password, "must be 32 bytes in base64");
    isRefused(",", "must hold one key at least");
  }

  @Test
  void a_key_that_is_listed_twice_stops_the_deployment_in_whatever_spelling() {
    String other = Base64.getUrlEncoder().withoutPadding().encodeToString(first);
    isRefused(base64(first) + "," + base64(second) + "," + other, "(key 3 of 3)");
  }

  @Test
  void a_way_with_plain_rows_needs_a_key_so_that_one_that_got_lost_is_noticed() {
    assertThatThrownBy(() -> read(Map.of(PLAIN_ROWS, "refuse")))
        .hasMessageContaining(PLAIN_ROWS + " = refuse: needs " + KEYS);
  }

  @Test
  void random_keys_are_never_called_weak() {
    for (int i = 0; i < 1_000; i++) {
      read(Map.of(KEYS, base64(random(32))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mp.config.profile, prod, true",
    "mp.config.profile, Production, true",
    "smallrye.config.profile, 'common,prod', true",
    "smallrye.config.profile, production, true",
    "mp.config.profile, dev, false",
    "mp.config.profile, preprod, false",
    "other, prod, false",
  })
  void a_production_profile_without_encryption_is_warned_of_once(
      String property, String profile, boolean warned) {
    try (LogLines log = LogLines.of(KeyEncryptionConfigReader.class)) {
      read(Map.of(property, profile));
      assertThat(log.warnings()).hasSize(warned ? 1 : 0);
      assertThat(log.warnings()).allMatch(line -> line.contains(KEYS));
      read(Map.of(property, profile, KEYS, base64(first)));
      assertThat(log.warnings()).hasSize(warned ? 1 : 0);
    }
  }

  @Test
  void a_migration_that_goes_on_is_warned_of() {
    try (LogLines log = LogLines.of(KeyEncryptionConfigReader.class)) {
      for (String plainRows : List.of("refuse", "accept", "write")) {
        read(Map.of(KEYS, base64(first), PLAIN_ROWS, plainRows));
      }
      assertThat(log.warnings()).hasSize(2);
      assertThat(log.warnings().get(0)).startsWith(PLAIN_ROWS + "=accept: ");
      assertThat(log.warnings().get(1)).startsWith(PLAIN_ROWS + "=write: ");
    }
  }

  private static void isRefused(String keys, String complaint) {
    assertThatThrownBy(() -> read(Map.of(KEYS, keys)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining(complaint)
        .hasMessageContaining(KEYS + " = (")
        .satisfies(
            failure -> {
              for (String key : keys.split(",", -1)) {
                assertThat(key.isBlank() || !failure.getMessage().contains(key.strip())).isTrue();
              }
            });
  }

  private static KeyEncryptionConfig read(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("symbolon.database.url", "jdbc:h2:mem:none");
    return SessionConfigReader.read(name -> Optional.ofNullable(all.get(name)), all.keySet())
        .keyEncryption();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
