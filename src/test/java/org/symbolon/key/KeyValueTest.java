package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The format of key rows, which running systems will hold us to. */
class KeyValueTest {
  private static final String ROW =
      "symbolon1:HS256:plain:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

  @Test
  void a_row_is_read_and_written_as_it_always_was() {
    KeyValue value = KeyValue.decode(ROW).orElseThrow();
    assertThat(value.algorithm()).isEqualTo("HS256");
    assertThat(value.secret()).hasSize(32).startsWith(0, 1, 2).endsWith(30, 31);
    assertThat(value.encode()).isEqualTo(ROW);
  }

  @Test
  void key_ids_and_sub_keys_stay_what_they_are() {
    KeySlot slot = new KeySlot(KeyPurpose.ACCESS, Instant.ofEpochSecond(1_767_225_600));
    SigningKey key = new SigningKey(slot, KeyValue.decode(ROW).orElseThrow());
    assertThat(slot.rowName()).isEqualTo("symbolon-access-1767225600");
    assertThat(KeySlot.ofRow(slot.rowName())).contains(slot);
    assertThat(key.id()).matches("access-1767225600-[0-9a-f]{16}");
    assertThat(key.subKey("symbolon/access-hs256/v1"))
        .hasSize(32)
        .isNotEqualTo(key.subKey("symbolon/refresh-mac/v1"));
    assertThat(key.toString() + KeyValue.decode(ROW)).doesNotContain("AAECAw");
  }

  /** d, x and y of a P-256 key, a secret, nonce and tag, base64url: the longest row to come. */
  @Test
  void the_longest_row_to_come_fits_the_column() {
    int bytes = 96 + 32 + 12 + 16;
    assertThat("symbolon1:ES256:A256GCM.01234567:".length() + (bytes * 4 + 2) / 3)
        .isLessThanOrEqualTo(255);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Zml4ZWQtYWNjZXNzLXRva2VuLXNpZ25pbmcta2V5ISE=",
        "symbolon1:HS256:plain:AAEC",
        "symbolon1:HS256:plain:!!!!",
        "symbolon1:none:plain:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "symbolon1:HS256:A256GCM.k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "symbolon2:HS256:plain:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
      })
  void other_rows_are_not_taken_for_keys(String row) {
    assertThat(KeyValue.decode(row)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token_signing_key",
        "refresh_token_key",
        "symbolon-access-",
        "symbolon-access--1",
        "symbolon-other-0",
        "symbolon-access-0 "
      })
  void rows_of_others_are_left_alone(String rowName) {
    assertThat(KeySlot.ofRow(rowName)).isEmpty();
  }
}
