package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** What every database must do with the rows of keys. */
abstract class SigningKeyStoreContract {
  private static final Instant TIME = Instant.parse("2026-11-21T10:00:00.123Z");
  private static final SigningKeyStore.Row ROW =
      new SigningKeyStore.Row("symbolon-access-1", "symbolon1:value", TIME);

  private final TestNode node;
  private final JpaSigningKeyStore store;

  SigningKeyStoreContract(TestServer server) {
    Map<String, String> database = server.freshDatabase();
    node = new TestNode(database, new SettableClock());
    store = new JpaSigningKeyStore(node.database);
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void a_row_is_read_as_it_was_written_and_the_first_one_stays() {
    store.insertIfAbsent(ROW);
    store.insertIfAbsent(new SigningKeyStore.Row(ROW.name(), "another", TIME));
    assertThat(store.loadAll()).containsExactly(ROW);
  }

  @Test
  void a_row_is_deleted_once() {
    store.insertIfAbsent(ROW);
    node.statements.clear();
    assertThat(store.deleteIfUnchanged(ROW)).isTrue();
    assertThat(node.statements).hasSize(1);
    assertThat(store.deleteIfUnchanged(ROW)).isFalse();
    assertThat(store.loadAll()).isEmpty();
  }

  @Test
  void a_row_that_was_changed_meanwhile_stays() {
    store.insertIfAbsent(ROW);
    SigningKeyStore.Row outdated = new SigningKeyStore.Row(ROW.name(), "as it was", TIME);
    assertThat(store.deleteIfUnchanged(outdated)).isFalse();
    assertThat(store.loadAll()).containsExactly(ROW);
  }

  @Test
  void a_row_is_rewritten_once_and_keeps_its_moment_of_creation() {
    store.insertIfAbsent(ROW);
    node.statements.clear();
    assertThat(store.replace(ROW, ROW.with("symbolon1:another"))).isTrue();
    assertThat(node.statements).hasSize(1);
    assertThat(store.replace(ROW, ROW.with("symbolon1:third"))).isFalse();
    assertThat(store.loadAll())
        .containsExactly(new SigningKeyStore.Row(ROW.name(), "symbolon1:another", TIME));
  }
}
