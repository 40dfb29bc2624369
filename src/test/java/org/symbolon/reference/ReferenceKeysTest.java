package org.symbolon.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionStoreException;
import org.symbolon.key.KeyRows;
import org.symbolon.key.KeyStatus;
import org.symbolon.key.LateKeys;
import org.symbolon.key.SigningKeyStore.Row;
import org.symbolon.testing.LogLines;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;

/** The reference's two key rows. */
class ReferenceKeysTest {
  private static final Duration INTERVAL = Duration.ofHours(24);
  private static final Duration VALIDITY = Duration.ofHours(1);

  private final SettableClock clock = new SettableClock();
  private final Table table = new Table();
  private ReferenceKeys keys;
  private ReferenceKeys other;

  /** The table, which can fail. */
  private static final class Table implements KeyRows {
    final List<Row> rows = new ArrayList<>();
    int loads;
    boolean isDown;
    boolean isReadOnly;

    @Override
    public List<Row> loadAll() {
      check();
      loads++;
      return List.copyOf(rows);
    }

    @Override
    public void insertIfAbsent(Row row) {
      check();
      if (rows.stream().noneMatch(known -> known.name().equals(row.name()))) {
        rows.add(row);
      }
    }

    @Override
    public boolean replace(Row row, Row by) {
      check();
      if (isReadOnly) {
        throw new SessionStoreException("read only", null);
      }
      boolean isThere = row(row.name()).value().equals(row.value());
      if (isThere) {
        rows.replaceAll(known -> known.name().equals(row.name()) ? by : known);
      }
      return isThere;
    }

    @Override
    public boolean deleteIfUnchanged(Row row) {
      throw new UnsupportedOperationException();
    }

    Row row(String name) {
      return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
    }

    String access() {
      return row("access_token_signing_key").value();
    }

    private void check() {
      if (isDown) {
        throw new SessionStoreException("down", null);
      }
    }
  }

  @BeforeEach
  void start() {
    keys = node(Map.of(), ReferenceKeys.Making.ALL);
    other = node(Map.of(), ReferenceKeys.Making.ALL);
  }

  @Test
  void missing_rows_are_made_once_in_the_reference_form() {
    assertSigns(keys, table.rows.isEmpty() ? null : table.access());
    assertThat(table.rows)
        .extracting(Row::name)
        .containsExactlyInAnyOrder("access_token_signing_key", "refresh_token_key");
    for (Row row : table.rows) {
      assertThat(Base64.getDecoder().decode(row.value())).hasSize(32);
      assertThat(row.value()).hasSize(44);
      assertThat(row.createdAt()).isEqualTo(clock.instant());
    }
    assertSigns(other, table.access());
    assertThat(other.refreshKey().text()).isEqualTo(keys.refreshKey().text());
    assertThat(table.rows).hasSize(2);
  }

  @Test
  void rows_that_the_reference_made_are_used_as_they_are() {
    table.rows.add(new Row("access_token_signing_key", "its own key", clock.instant()));
    table.rows.add(new Row("refresh_token_key", "another", clock.instant()));
    assertSigns(keys, "its own key");
    assertThat(keys.refreshKey().text()).isEqualTo("another");
    assertThat(table.loads).isEqualTo(1);
  }

  @Test
  void a_key_that_is_due_is_replaced_by_one_node_and_the_old_one_verifies_to_the_end() {
    AccessKey first = keys.current();
    assertSigns(other, table.access());
    Row refresh = table.row("refresh_token_key");
    clock.advance(INTERVAL);
    renew();
    assertThat(keys.current().id()).as("not yet").isEqualTo(first.id());

    clock.advance(Duration.ofSeconds(1));
    renew();
    AccessKey second = keys.current();
    assertThat(second.id()).isNotEqualTo(first.id());
    assertSigns(keys, table.access());
    assertSigns(other, table.access());
    assertThat(table.row("access_token_signing_key").createdAt()).isEqualTo(clock.instant());
    assertThat(table.row("refresh_token_key")).isEqualTo(refresh);
    for (ReferenceKeys node : List.of(keys, other)) {
      assertThat(ids(node)).containsExactly(second.id(), first.id());
    }
    clock.advance(VALIDITY);
    assertThat(ids(keys)).as("a token signed at the last moment").contains(first.id());
    clock.advance(Duration.ofMinutes(5));
    assertThat(ids(keys)).as("nothing that it signed lives").containsExactly(second.id());
  }

  @Test
  void a_key_that_somebody_else_replaced_is_found_within_a_second_and_garbage_costs_no_more() {
    AccessKey first = keys.current();
    clock.advance(Duration.ofSeconds(2));
    table.rows.removeIf(row -> row.name().equals("access_token_signing_key"));
    table.rows.add(new Row("access_token_signing_key", "by Node", clock.instant()));
    int loads = table.loads;
    for (int i = 0; i < 1000; i++) {
      keys.lookForUnknownKey();
    }
    assertThat(table.loads).isEqualTo(loads + 1);
    assertThat(ids(keys)).containsExactly(AccessKey.of("by Node").id(), first.id());
    clock.advance(Duration.ofSeconds(1));
    keys.lookForUnknownKey();
    assertThat(table.loads).isEqualTo(loads + 2);
  }

  @Test
  void it_is_also_found_within_a_minute_where_nothing_unknown_comes() {
    keys.current();
    table.rows.removeIf(row -> row.name().equals("access_token_signing_key"));
    table.rows.add(new Row("access_token_signing_key", "by Node", clock.instant()));
    clock.advance(Duration.ofSeconds(61));
    keys.verifying();
    assertSigns(keys, "by Node");
  }

  @Test
  void a_database_that_is_down_costs_no_key() {
    AccessKey first = keys.current();
    RefreshSecrets refresh = keys.refreshKey();
    clock.advance(INTERVAL.multipliedBy(2));
    table.isDown = true;
    keys.renew();
    assertThat(keys.current().id()).isEqualTo(first.id());
    assertThat(keys.refreshKey()).isSameAs(refresh);
    assertThatThrownBy(() -> keys.lookForUnknownKey()).isInstanceOf(SessionStoreException.class);
    assertThatThrownBy(() -> other.current()).isInstanceOf(SessionStoreException.class);
    table.isDown = false;
    clock.advance(Duration.ofSeconds(2));
    assertThat(other.current().id()).as("it was due").isNotEqualTo(first.id());
    assertSigns(other, table.access());
  }

  @Test
  void a_key_that_cannot_be_replaced_goes_on_and_others_are_still_found() {
    AccessKey first = keys.current();
    clock.advance(INTERVAL.plusSeconds(1));
    table.isReadOnly = true;
    for (int i = 0; i < 100; i++) {
      assertThat(keys.current().id()).isEqualTo(first.id());
    }
    table.isReadOnly = false;
    other.rotate();
    table.isReadOnly = true;
    clock.advance(Duration.ofSeconds(2));
    keys.lookForUnknownKey();
    assertSigns(keys, table.access());
    assertThat(ids(keys)).contains(first.id());
  }

  @Test
  void rotation_out_of_turn_counts_at_once() {
    AccessKey first = keys.current();
    assertThat(keys.rotate()).isEqualTo(clock.instant());
    assertThat(keys.current().id()).isNotEqualTo(first.id());
    assertSigns(keys, table.access());
    assertThat(ids(keys)).contains(first.id());
  }

  @Test
  void a_key_is_left_alone_where_rotation_is_off() {
    ReferenceKeys still =
        node(Map.of("symbolon.access-token.key-rotation", "false"), ReferenceKeys.Making.ALL);
    AccessKey first = still.current();
    clock.advance(Duration.ofDays(400));
    still.renew();
    assertThat(still.current().id()).isEqualTo(first.id());
    assertThat(ids(still)).hasSize(1);
  }

  @Test
  void who_only_reads_makes_and_replaces_nothing() {
    ReferenceKeys reader = node(Map.of(), ReferenceKeys.Making.NONE);
    assertThat(reader.refreshKeyIfThere()).isEmpty();
    for (int i = 0; i < 100; i++) {
      assertThat(reader.refreshKeyIfThere()).isEmpty();
    }
    assertThat(table.loads).isEqualTo(1);
    assertThat(table.rows).isEmpty();
    keys.current();
    clock.advance(INTERVAL.multipliedBy(2));
    List<Row> before = List.copyOf(table.rows);
    assertThat(reader.refreshKeyIfThere()).isPresent();
    clock.advance(INTERVAL);
    assertThat(reader.refreshKeyIfThere()).isPresent();
    assertThat(table.rows).isEqualTo(before);
  }

  @Test
  void a_key_that_is_due_and_stays_is_late_for_those_who_watch() {
    assertThat(keys.status().signs()).isFalse();
    keys.current();
    KeyStatus fresh = keys.status();
    assertThat(fresh)
        .isEqualTo(
            new KeyStatus(
                true,
                true,
                KeyStatus.Next.NOT_DUE,
                clock.instant(),
                clock.instant().plus(INTERVAL)));
    table.isReadOnly = true;
    clock.advance(INTERVAL.plusMinutes(6));
    try (LogLines log = LogLines.of(LateKeys.class)) {
      keys.renew();
      keys.renew();
      assertThat(log.warnings()).hasSize(1);
    }
    assertThat(keys.status()).matches(status -> status.isLate() && status.signs());
    ReferenceKeys supplied = node(Map.of(), ReferenceKeys.Making.REFRESH);
    supplied.renew();
    assertThat(KeyStatus.supplied(true, supplied.status()).signs()).isTrue();
    table.isReadOnly = false;
    clock.advance(Duration.ofMinutes(1));
    keys.renew();
    assertThat(keys.status().next()).isEqualTo(KeyStatus.Next.NOT_DUE);
  }

  private void renew() {
    keys.renew();
    other.renew();
  }

  private static List<String> ids(ReferenceKeys node) {
    return node.verifying().stream().map(AccessKey::id).toList();
  }

  private static void assertSigns(ReferenceKeys node, String text) {
    AccessKey key = node.current();
    if (text != null) {
      assertThat(key.sign("x")).isEqualTo(AccessKey.of(text).sign("x"));
    }
  }

  private ReferenceKeys node(Map<String, String> properties, ReferenceKeys.Making making) {
    return new ReferenceKeys(
        table,
        TestNode.config(
            TestNode.with(
                Map.of(
                    "symbolon.database.url",
                    "jdbc:h2:mem:none",
                    "symbolon.access-token.format",
                    "supertokens-node"),
                properties)),
        making,
        clock,
        new SecureRandom(),
        Runnable::run);
  }
}
