package org.symbolon.observability;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;
import org.symbolon.store.SessionStore;
import org.symbolon.store.StoredSession;

/** Measures the calls of the table of sessions. */
final class MeteredSessionStore implements SessionStore {
  private final SessionStore store;
  private final StoreMeter meter;

  MeteredSessionStore(SessionStore store, StoreMeter meter) {
    this.store = store;
    this.meter = meter;
  }

  @Override
  public void insert(StoredSession session) {
    meter.run(StoreOperation.INSERT, () -> store.insert(session));
  }

  @Override
  public Optional<StoredSession> find(SessionHandle handle) {
    return meter.call(StoreOperation.FIND, () -> store.find(handle));
  }

  @Override
  public boolean promote(
      SessionHandle handle, String expectedHash2, String newHash2, Instant expiresAt) {
    return meter.call(
        StoreOperation.PROMOTE, () -> store.promote(handle, expectedHash2, newHash2, expiresAt));
  }

  @Override
  public boolean delete(SessionHandle handle) {
    return meter.call(StoreOperation.DELETE, () -> store.delete(handle));
  }

  @Override
  public boolean deleteIf(SessionHandle handle, String expectedHash2) {
    return meter.call(StoreOperation.DELETE_STOLEN, () -> store.deleteIf(handle, expectedHash2));
  }

  @Override
  public List<SessionHandle> handlesOf(UserId userId, Instant now) {
    return meter.call(StoreOperation.LIST, () -> store.handlesOf(userId, now));
  }

  @Override
  public List<SessionHandle> deleteAllOf(UserId userId) {
    return meter.call(StoreOperation.DELETE_ALL, () -> store.deleteAllOf(userId));
  }

  @Override
  public boolean replaceInfo(SessionHandle handle, @Nullable JsonValue info) {
    return meter.call(StoreOperation.REPLACE_INFO, () -> store.replaceInfo(handle, info));
  }

  @Override
  public boolean replacePayload(SessionHandle handle, UserId userId, @Nullable JsonValue payload) {
    return meter.call(
        StoreOperation.REPLACE_PAYLOAD, () -> store.replacePayload(handle, userId, payload));
  }
}
