package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.key.RowCipherTest.secret;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.config.KeyEncryptionConfig;
import org.symbolon.config.PlainKeyRows;
import org.symbolon.config.SigningAlgorithm;
import org.symbolon.key.SigningKeyStore.Row;
import org.symbolon.testing.LogLines;

/** Which rows are used, rewritten, refused, and what is said of them. */
class ProtectedKeyStoreTest {
  private static final String NAME = "symbolon-access-1767225600";
  private static final Instant CREATED = Instant.ofEpochSecond(1_767_225_600);
  private static final SecretKey K1 = secret("one");
  private static final SecretKey K2 = secret("two");
  private static final String ID1 = new RowCipher("signing_key", K1).id();
  private static final String ID2 = new RowCipher("signing_key", K2).id();

  private final MemoryKeyRows table = new MemoryKeyRows();
  private final Row plain =
      new Row(
          NAME, KeyValue.generate(SigningAlgorithm.ES256, new SecureRandom()).encode(), CREATED);
  private final LogLines log = LogLines.of(ProtectedKeyStore.class);

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void rows_are_encrypted_in_the_table_and_plain_for_the_others() {
    ProtectedKeyStore store = node(PlainKeyRows.REFUSE, K1, K2);
    store.insertIfAbsent(plain);
    assertThat(stored()).startsWith("symbolon1:ES256:A256GCM." + ID1 + ":");
    assertThat(store.loadAll()).containsExactly(plain);
    assertThat(node(PlainKeyRows.REFUSE, K2, K1).loadAll()).containsExactly(plain);
  }

  @Test
  void without_keys_everything_is_as_it_always_was() {
    ProtectedKeyStore store = node(PlainKeyRows.REFUSE);
    store.insertIfAbsent(plain);
    assertThat(table.rows.values()).containsExactly(plain);
    assertThat(store.loadAll()).containsExactly(plain);
    assertThat(table.rewrites).isZero();
  }

  @Test
  void a_plain_row_is_refused_said_once_and_not_touched() {
    table.insertIfAbsent(plain);
    ProtectedKeyStore store = node(PlainKeyRows.REFUSE, K1);
    for (int i = 0; i < 5; i++) {
      assertThat(store.loadAll()).containsExactly(plain.withheld());
    }
    assertThat(log.errors())
        .containsExactly(
            "the key row "
                + NAME
                + " is not encrypted, and symbolon.key-encryption.plain-rows is refuse (accept"
                + " would have it encrypted); its key is not used, and what needs it is answered"
                + " 503");
    assertThat(table.rows.values()).containsExactly(plain);
  }

  @Test
  void a_plain_row_is_encrypted_where_that_is_declared() {
    table.insertIfAbsent(plain);
    ProtectedKeyStore store = node(PlainKeyRows.ACCEPT, K1);
    assertThat(store.loadAll()).containsExactly(plain);
    assertThat(stored()).startsWith("symbolon1:ES256:A256GCM." + ID1);
    assertThat(store.loadAll()).containsExactly(plain);
    assertThat(table.rewrites).isEqualTo(1);
    assertThat(log.infos())
        .containsExactly("the key row " + NAME + " is now encrypted with the key " + ID1);
    assertThat(node(PlainKeyRows.REFUSE, K1).loadAll()).containsExactly(plain);
  }

  @Test
  void the_first_phase_of_an_introduction_writes_plain_rows_and_the_way_back_decrypts() {
    node(PlainKeyRows.WRITE, K1).insertIfAbsent(plain);
    assertThat(table.rows.values()).containsExactly(plain);
    node(PlainKeyRows.ACCEPT, K1).loadAll();
    assertThat(table.rows.values()).doesNotContain(plain);
    assertThat(node(PlainKeyRows.WRITE, K1).loadAll()).containsExactly(plain);
    assertThat(table.rows.values()).containsExactly(plain);
  }

  @Test
  void the_key_is_changed_by_its_place_in_the_list() {
    ProtectedKeyStore before = node(PlainKeyRows.REFUSE, K1);
    before.insertIfAbsent(plain);
    assertThat(node(PlainKeyRows.REFUSE, K1, K2).loadAll()).containsExactly(plain);
    assertThat(stored()).contains(ID1);
    assertThat(node(PlainKeyRows.REFUSE, K2, K1).loadAll()).containsExactly(plain);
    assertThat(stored()).contains(ID2);
    assertThat(node(PlainKeyRows.REFUSE, K2).loadAll()).containsExactly(plain);
  }

  @Test
  void of_two_nodes_that_rewrite_at_once_one_does_it_and_both_have_the_key() {
    table.insertIfAbsent(plain);
    Row encrypted = plain.with(encrypted(K1, plain));
    table.meanwhile = () -> table.rows.put(NAME, encrypted); // the other node comes first
    assertThat(node(PlainKeyRows.ACCEPT, K1).loadAll()).containsExactly(plain);
    assertThat(table.rows.values()).containsExactly(encrypted);
    assertThat(log.infos()).isEmpty();
  }

  @Test
  void a_table_that_cannot_be_written_is_read_all_the_same() {
    table.insertIfAbsent(plain);
    table.isReadOnly = true;
    assertThat(node(PlainKeyRows.ACCEPT, K1).loadAll()).containsExactly(plain);
    assertThat(log.warnings()).containsExactly("key rows could not be rewritten: read only");
  }

  @Test
  void a_wrong_key_is_named_with_the_row_and_the_property_and_nothing_is_changed() {
    node(PlainKeyRows.REFUSE, K1).insertIfAbsent(plain);
    String before = stored();
    ProtectedKeyStore wrong = node(PlainKeyRows.ACCEPT, K2);
    assertThat(wrong.loadAll()).containsExactly(plain.withheld());
    wrong.insertIfAbsent(new Row(NAME, "symbolon1:HS256:plain:AAAA", CREATED));
    wrong.loadAll();
    assertThat(stored()).isEqualTo(before);
    assertThat(node(PlainKeyRows.REFUSE).loadAll()).containsExactly(plain.withheld());
    assertThat(log.errors())
        .containsExactly(
            ("the key row %s is encrypted with the key %s, which symbolon.key-encryption.keys does"
                    + " not hold (it holds %s); its key is not used, and what needs it is answered"
                    + " 503")
                .formatted(NAME, ID1, ID2),
            ("the key row %s is encrypted with the key %s, which symbolon.key-encryption.keys does"
                    + " not hold (it holds none); its key is not used, and what needs it is"
                    + " answered 503")
                .formatted(NAME, ID1));
  }

  @Test
  void a_node_that_cannot_read_a_changed_row_goes_on_with_the_key_that_it_knows() {
    for (ProtectedKeyStore old :
        List.of(
            node(PlainKeyRows.REFUSE),
            node(PlainKeyRows.WRITE, K2),
            node(PlainKeyRows.ACCEPT, K2))) {
      table.rows.put(NAME, plain);
      assertThat(old.loadAll()).containsExactly(plain);
      table.rows.put(NAME, plain.with(encrypted(K1, plain)));
      for (int i = 0; i < 3; i++) {
        assertThat(old.loadAll()).containsExactly(plain);
      }
    }
    assertThat(log.errors())
        .hasSize(3)
        .allMatch(line -> line.contains(NAME) && line.contains(ID1))
        .allMatch(
            line -> line.endsWith("the key that it knows from before, until it is restarted"));
  }

  @Test
  void a_row_that_was_made_anew_is_another_key_even_if_it_has_the_old_name() {
    ProtectedKeyStore old = node(PlainKeyRows.REFUSE);
    table.insertIfAbsent(plain);
    old.loadAll();
    Row anew = new Row(NAME, encrypted(K1, plain), CREATED.plusMillis(1));
    table.rows.put(NAME, anew);
    assertThat(old.loadAll()).containsExactly(anew.withheld());
  }

  @Test
  void a_row_moved_or_copied_or_planted_is_refused() {
    ProtectedKeyStore store = node(PlainKeyRows.REFUSE, K1);
    store.insertIfAbsent(plain);
    Row moved = new Row("symbolon-access-es256-1767312000", stored(), CREATED);
    table.rows.clear();
    table.insertIfAbsent(moved);
    assertThat(store.loadAll()).containsExactly(moved.withheld());
    assertThat(log.errors().get(0))
        .startsWith(
            "the key row symbolon-access-es256-1767312000 was changed, or comes from another row"
                + " or table: the key "
                + ID1
                + " does not open it");
    table.rows.put(NAME, plain);
    assertThat(store.loadAll()).contains(plain.withheld());
  }

  @Test
  void a_row_that_no_node_can_read_is_not_for_encryption_to_judge() {
    ProtectedKeyStore store = node(PlainKeyRows.REFUSE, K1);
    for (String damage : List.of("", "x", "symbolon1:ES256:A256GCM.zzzzzzzz:AAAA", "a:b:plain:c")) {
      Row damaged = plain.with(damage);
      table.rows.put(NAME, damaged);
      assertThat(store.loadAll()).containsExactly(damaged);
      assertThat(KeyValue.decode(damage)).isEmpty();
      table.rows.put(NAME, plain);
      assertThat(store.loadAll())
          .as("a damaged row is no known key")
          .containsExactly(plain.withheld());
    }
    assertThat(table.rewrites).isZero();
  }

  @Test
  void a_row_is_deleted_by_what_was_shown_of_it() {
    ProtectedKeyStore store = node(PlainKeyRows.ACCEPT, K1);
    table.insertIfAbsent(plain);
    store.loadAll();
    assertThat(store.deleteIfUnchanged(plain.withheld())).isFalse();
    assertThat(store.deleteIfUnchanged(plain)).isTrue();
    assertThat(table.rows).isEmpty();
    table.insertIfAbsent(plain.with(encrypted(K1, plain)));
    ProtectedKeyStore wrong = node(PlainKeyRows.REFUSE, K2);
    wrong.loadAll();
    assertThat(wrong.deleteIfUnchanged(plain.withheld())).isTrue();
  }

  @Test
  void rows_of_others_are_shown_as_they_are_and_left_alone() {
    Row theirs = new Row("access_token_signing_key", "Zml4ZWQ=", CREATED);
    Row later = new Row("symbolon-access-p521-0", plain.value(), CREATED);
    table.insertIfAbsent(theirs);
    table.insertIfAbsent(later);
    assertThat(node(PlainKeyRows.ACCEPT, K1).loadAll()).containsExactlyInAnyOrder(theirs, later);
    assertThat(table.rows.values()).containsExactlyInAnyOrder(theirs, later);
    assertThat(log.errors()).isEmpty();
  }

  private String stored() {
    return table.rows.get(NAME).value();
  }

  private ProtectedKeyStore node(PlainKeyRows plainRows, SecretKey... keys) {
    return new ProtectedKeyStore(
        table,
        new KeyEncryptionConfig(List.of(keys), plainRows),
        "signing_key",
        new SecureRandom());
  }

  private static String encrypted(SecretKey key, Row row) {
    return new RowCipher("signing_key", key)
        .encrypt(row.name(), KeyRowText.of(row.value()).orElseThrow(), new SecureRandom())
        .text();
  }
}
