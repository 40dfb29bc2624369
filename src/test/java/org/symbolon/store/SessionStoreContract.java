package org.symbolon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionHandle;
import org.symbolon.SessionRejectedException;
import org.symbolon.UserId;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** What a store of sessions does, whatever the database. */
abstract class SessionStoreContract {
  private static final UserId ALICE = UserId.of("alice");
  private static final Instant END = Instant.ofEpochMilli(1_800_000_000_123L);
  private static final JsonValue JSON = Json.createObjectBuilder().add("ü😀", 1).build();

  private TestNode node;
  private SessionStore store;

  abstract TestServer server();

  @BeforeEach
  void start() {
    node = new TestNode(server().freshDatabase(), new SettableClock());
    store = node.store;
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void what_was_inserted_is_found() {
    for (JsonValue json : new JsonValue[] {null, JsonValue.NULL, JsonValue.TRUE, JSON}) {
      StoredSession session = session(ALICE, "h", json);
      store.insert(session);
      assertThat(store.find(session.handle())).contains(session);
    }
    assertThat(store.find(new SessionHandle("unknown"))).isEmpty();
  }

  @Test
  void a_handle_can_be_inserted_once_only() {
    StoredSession session = inserted(ALICE);
    assertThatThrownBy(() -> store.insert(session)).isNotNull();
    assertThat(store.find(session.handle())).contains(session);
  }

  @Test
  void promote_changes_hash_and_expiry_if_the_hash_is_the_expected_one() {
    StoredSession session = inserted(ALICE);
    Instant later = END.plusSeconds(5);
    assertThat(store.promote(session.handle(), "other", "new", later)).isFalse();
    assertThat(store.find(session.handle())).contains(session);
    assertThat(store.promote(session.handle(), session.hash2(), "new", later)).isTrue();
    assertThat(store.promote(session.handle(), session.hash2(), "new", later)).isFalse();
    StoredSession promoted = store.find(session.handle()).orElseThrow();
    assertThat(promoted.hash2()).isEqualTo("new");
    assertThat(promoted.expiresAt()).isEqualTo(later);
    assertThat(promoted.payload()).isEqualTo(session.payload());
    assertThat(store.promote(new SessionHandle("unknown"), "h", "new", later)).isFalse();
  }

  @Test
  void of_many_promotions_at_once_one_hits() throws Exception {
    StoredSession session = inserted(ALICE);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String mine = "new" + i;
      tries.add(() -> store.promote(session.handle(), session.hash2(), mine, END));
    }
    int hits = 0;
    for (var result : threads.invokeAll(tries)) {
      hits += result.get() ? 1 : 0;
    }
    threads.shutdown();
    assertThat(hits).isEqualTo(1);
  }

  @Test
  void delete_tells_whether_there_was_one() {
    StoredSession session = inserted(ALICE);
    assertThat(store.delete(session.handle())).isTrue();
    assertThat(store.delete(session.handle())).isFalse();
    assertThat(store.find(session.handle())).isEmpty();
  }

  @Test
  void delete_if_asks_for_the_hash() {
    StoredSession session = inserted(ALICE);
    assertThat(store.deleteIf(session.handle(), "other")).isFalse();
    assertThat(store.find(session.handle())).isPresent();
    assertThat(store.deleteIf(session.handle(), session.hash2())).isTrue();
    assertThat(store.find(session.handle())).isEmpty();
  }

  @Test
  void users_are_told_apart_exactly() {
    List<UserId> users =
        new ArrayList<>(
            List.of(ALICE, UserId.of("Alice"), UserId.of("alicé"), UserId.of(5), UserId.of("5")));
    users.add(UserId.of("alice ")); // as other libraries may have stored it
    for (UserId user : users) {
      inserted(user);
    }
    for (UserId user : users) {
      List<SessionHandle> handles = store.handlesOf(user, Instant.EPOCH);
      assertThat(handles).as(user.toString()).hasSize(1);
      assertThat(store.find(handles.get(0)).orElseThrow().userId()).isEqualTo(user);
    }
    assertThat(store.deleteAllOf(ALICE)).hasSize(1);
    assertThat(store.handlesOf(ALICE, Instant.EPOCH)).isEmpty();
    for (UserId other : users.subList(1, users.size())) {
      assertThat(store.handlesOf(other, Instant.EPOCH)).as(other.toString()).hasSize(1);
    }
  }

  @Test
  void expired_sessions_are_not_listed_but_deleted() {
    StoredSession session = inserted(ALICE);
    assertThat(store.handlesOf(ALICE, END.minusMillis(1))).containsExactly(session.handle());
    assertThat(store.handlesOf(ALICE, END)).isEmpty();
    assertThat(store.deleteAllOf(ALICE)).containsExactly(session.handle());
  }

  @Test
  void thousands_of_sessions_of_a_user_are_deleted_together() {
    for (int i = 0; i < 2100; i++) {
      inserted(ALICE);
    }
    assertThat(store.deleteAllOf(ALICE)).hasSize(2100);
    assertThat(store.deleteAllOf(ALICE)).isEmpty();
  }

  @Test
  void info_and_payload_are_replaced_also_by_themselves() {
    StoredSession session = inserted(ALICE);
    assertThat(store.replaceInfo(session.handle(), JsonValue.NULL)).isTrue();
    assertThat(store.replaceInfo(session.handle(), JsonValue.NULL)).isTrue();
    assertThat(store.replacePayload(session.handle(), ALICE, JSON)).isTrue();
    assertThat(store.replacePayload(session.handle(), ALICE, JSON)).isTrue();
    StoredSession replaced = store.find(session.handle()).orElseThrow();
    assertThat(replaced.info()).isEqualTo(JsonValue.NULL);
    assertThat(replaced.payload()).isEqualTo(JSON);
    assertThat(store.replaceInfo(session.handle(), null)).isTrue();
    assertThat(store.find(session.handle()).orElseThrow().info()).isNull();
    assertThat(store.replaceInfo(new SessionHandle("unknown"), JSON)).isFalse();
    assertThat(store.replacePayload(new SessionHandle("unknown"), ALICE, JSON)).isFalse();
  }

  @Test
  void what_the_column_cannot_hold_is_rejected_not_cut_off() {
    StoredSession session = inserted(ALICE);
    JsonValue large = Json.createValue("x".repeat(70_000));
    assertThatThrownBy(() -> store.replaceInfo(session.handle(), large))
        .isInstanceOf(SessionRejectedException.class);
    assertThat(store.find(session.handle())).contains(session);
  }

  private StoredSession inserted(UserId userId) {
    StoredSession session = session(userId, "hash", JSON);
    store.insert(session);
    return session;
  }

  private static StoredSession session(UserId userId, String hash2, @Nullable JsonValue json) {
    SessionHandle handle = new SessionHandle(UUID.randomUUID().toString());
    return new StoredSession(handle, userId, hash2, json, json, END);
  }
}
