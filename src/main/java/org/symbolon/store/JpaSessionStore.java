package org.symbolon.store;

import jakarta.json.JsonValue;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionException;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;
import org.symbolon.database.Database;
import org.symbolon.log.LimitedLog;

/** The table of sessions by way of Hibernate, by queries only, never out of a cache. */
public final class JpaSessionStore implements SessionStore, ExpiredSessions {
  private static final int BATCH = 1000;

  private final LimitedLog log =
      new LimitedLog(System.getLogger(JpaSessionStore.class.getName()), System::nanoTime);
  private final Database database;
  private final RowSeal seal;

  /**
   * On this database.
   *
   * @param database must map {@link SessionEntity}
   * @param seal never asked within a call of the database, as it may need one itself
   */
  public JpaSessionStore(Database database, RowSeal seal) {
    this.database = database;
    this.seal = seal;
  }

  @Override
  public void insert(StoredSession session) {
    SessionEntity row = new SessionEntity(session, seal);
    database.call("create a session", statements -> statements.insert(row));
  }

  @Override
  public Optional<StoredSession> find(SessionHandle handle) {
    return database
        .call(
            "find a session",
            statements ->
                statements
                    .createSelectionQuery(
                        "from Session where handle = :handle", SessionEntity.class)
                    .setParameter("handle", handle.value())
                    .getResultStream()
                    .findFirst())
        .flatMap(row -> opened(handle, row));
  }

  private Optional<StoredSession> opened(SessionHandle handle, SessionEntity row) {
    String column = row.payload() == null ? "" : row.payload();
    RowSeal.Reading reading = seal.open(handle.value(), row.userId(), column);
    if (!(reading instanceof RowSeal.Genuine genuine)) {
      return Optional.empty();
    }
    if (!genuine.isSettled()) {
      settle(handle, row, genuine.payload());
    }
    return Optional.of(row.toSession(genuine.payload()));
  }

  /** Not needed by anyone at this moment, so a failure is no reason to do without the session. */
  private void settle(SessionHandle handle, SessionEntity row, String payload) {
    try {
      boolean unused =
          changes(
              "seal a session",
              // as bytes: to a loose collation a payload that was replaced meanwhile is the same
              "update Session set payload = :sealed where handle = :handle"
                  + " and cast(userId as binary) = :userId"
                  + " and cast(coalesce(payload, '') as binary) = :payload",
              Map.of(
                  "sealed",
                  seal.seal(handle.value(), row.userId(), payload),
                  "handle",
                  handle.value(),
                  "userId",
                  row.userId().getBytes(StandardCharsets.UTF_8),
                  "payload",
                  payload.getBytes(StandardCharsets.UTF_8)));
    } catch (SessionException e) {
      log.log(
          Level.WARNING,
          "the row of the session {0} could not be sealed; it is tried again when it is read: {1}",
          handle,
          e.getMessage());
    }
  }

  @Override
  public boolean promote(
      SessionHandle handle, String expectedHash2, String newHash2, Instant expiresAt) {
    return changes(
        "promote a refresh token",
        "update Session set hash2 = :new, expiresAt = :expiresAt"
            + " where handle = :handle and hash2 = :expected",
        Map.of(
            "new",
            newHash2,
            "expiresAt",
            expiresAt.toEpochMilli(),
            "handle",
            handle.value(),
            "expected",
            expectedHash2));
  }

  @Override
  public boolean delete(SessionHandle handle) {
    return changes(
        "revoke a session",
        "delete Session where handle = :handle",
        Map.of("handle", handle.value()));
  }

  @Override
  public boolean deleteIf(SessionHandle handle, String expectedHash2) {
    return changes(
        "revoke a stolen session",
        "delete Session where handle = :handle and hash2 = :expected",
        Map.of("handle", handle.value(), "expected", expectedHash2));
  }

  @Override
  public List<SessionHandle> handlesOf(UserId userId, Instant now) {
    return database.call(
        "list a user's sessions",
        statements ->
            select(statements, userId, now.toEpochMilli()).stream()
                .map(SessionHandle::new)
                .toList());
  }

  @Override
  public List<SessionHandle> deleteAllOf(UserId userId) {
    return database.call(
        "revoke a user's sessions",
        statements -> {
          List<String> handles = select(statements, userId, -1);
          for (int from = 0; from < handles.size(); from += BATCH) {
            statements
                .createMutationQuery("delete Session where handle in :handles")
                .setParameter(
                    "handles", handles.subList(from, Math.min(from + BATCH, handles.size())))
                .executeUpdate();
          }
          return handles.stream().map(SessionHandle::new).toList();
        });
  }

  @Override
  public List<ExpiredSession> expired(Instant now, int limit) {
    return database.call(
        "find expired sessions",
        statements ->
            statements
                .createSelectionQuery(
                    "select handle, userId from Session"
                        + " where expiresAt <= :now order by expiresAt",
                    Object[].class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(limit)
                .getResultStream()
                .map(
                    row ->
                        new ExpiredSession(
                            new SessionHandle((String) row[0]), UserIdColumn.read((String) row[1])))
                .toList());
  }

  @Override
  public boolean deleteExpired(SessionHandle handle, Instant now) {
    return changes(
        "delete an expired session",
        "delete Session where handle = :handle and expiresAt <= :now",
        Map.of("handle", handle.value(), "now", now.toEpochMilli()));
  }

  @Override
  public boolean replaceInfo(SessionHandle handle, @Nullable JsonValue info) {
    return replace("replace the session info", "info", handle, JsonColumn.write(info));
  }

  @Override
  public boolean replacePayload(SessionHandle handle, UserId userId, @Nullable JsonValue payload) {
    String text = seal.seal(handle.value(), UserIdColumn.write(userId), JsonColumn.write(payload));
    return replace("replace the payload", "payload", handle, text);
  }

  /** Compared once more in Java: a table's collation may take Alice and alice for one. */
  private static List<String> select(
      StatelessSession statements, UserId userId, long expiresAfter) {
    String column = UserIdColumn.write(userId);
    return statements
        .createSelectionQuery(
            "select handle, userId from Session"
                + " where userId = :userId and expiresAt > :expiresAfter",
            Object[].class)
        .setParameter("userId", column)
        .setParameter("expiresAfter", expiresAfter)
        .getResultStream()
        .filter(row -> column.equals(row[1]))
        .map(row -> (String) row[0])
        .toList();
  }

  private boolean replace(String act, String property, SessionHandle handle, String text) {
    // a driver may be set to count changed rows only: a text replaced by itself counts none
    return changes(
            act,
            "update Session set " + property + " = :text where handle = :handle",
            Map.of("text", text, "handle", handle.value()))
        || find(handle).isPresent();
  }

  private boolean changes(String act, String statement, Map<String, Object> parameters) {
    return database.call(
        act,
        statements -> {
          MutationQuery query = statements.createMutationQuery(statement);
          parameters.forEach(query::setParameter);
          return query.executeUpdate() > 0;
        });
  }
}
