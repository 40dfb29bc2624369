package org.symbolon.test;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;
import org.symbolon.store.SessionStore;
import org.symbolon.store.StoredSession;

/** The table of sessions without a table. Each method is atomic, as a statement is. */
final class MemorySessionStore implements SessionStore {
  private final Map<SessionHandle, StoredSession> rows = new ConcurrentHashMap<>();

  @Override
  public void insert(StoredSession session) {
    if (rows.putIfAbsent(session.handle(), session) != null) {
      throw new IllegalStateException("the session " + session.handle() + " exists already");
    }
  }

  @Override
  public Optional<StoredSession> find(SessionHandle handle) {
    return Optional.ofNullable(rows.get(handle));
  }

  @Override
  public boolean promote(
      SessionHandle handle, String expectedHash2, String newHash2, Instant expiresAt) {
    StoredSession before = rows.get(handle);
    return before != null
        && before.hash2().equals(expectedHash2)
        && rows.replace(
            handle,
            before,
            new StoredSession(
                handle, before.userId(), newHash2, before.info(), before.payload(), expiresAt));
  }

  @Override
  public boolean delete(SessionHandle handle) {
    return rows.remove(handle) != null;
  }

  @Override
  public boolean deleteIf(SessionHandle handle, String expectedHash2) {
    StoredSession before = rows.get(handle);
    return before != null && before.hash2().equals(expectedHash2) && rows.remove(handle, before);
  }

  @Override
  public List<SessionHandle> handlesOf(UserId userId, Instant now) {
    return rows.values().stream()
        .filter(row -> row.userId().equals(userId) && row.expiresAt().isAfter(now))
        .map(StoredSession::handle)
        .toList();
  }

  @Override
  public List<SessionHandle> deleteAllOf(UserId userId) {
    List<SessionHandle> handles = handlesOf(userId, Instant.MIN);
    handles.forEach(rows::remove);
    return handles;
  }

  @Override
  public boolean replaceInfo(SessionHandle handle, @Nullable JsonValue info) {
    return change(
        handle,
        row ->
            new StoredSession(
                handle, row.userId(), row.hash2(), info, row.payload(), row.expiresAt()));
  }

  @Override
  public boolean replacePayload(SessionHandle handle, UserId userId, @Nullable JsonValue payload) {
    return change(
        handle,
        row ->
            new StoredSession(
                handle, row.userId(), row.hash2(), row.info(), payload, row.expiresAt()));
  }

  private boolean change(SessionHandle handle, UnaryOperator<StoredSession> change) {
    return rows.computeIfPresent(handle, (key, row) -> change.apply(row)) != null;
  }
}
