package org.symbolon.key;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.SessionStoreException;

/** A table of keys whose stored text the test can see and change. */
final class MemoryKeyRows implements KeyRows {
  final Map<String, Row> rows = new ConcurrentHashMap<>();
  int rewrites;
  boolean isReadOnly;

  /** Happens between the load and a rewriting. */
  Runnable meanwhile = () -> {};

  @Override
  public List<Row> loadAll() {
    return List.copyOf(rows.values());
  }

  @Override
  public void insertIfAbsent(Row row) {
    rows.putIfAbsent(row.name(), row);
  }

  @Override
  public boolean replace(Row row, Row by) {
    if (isReadOnly) {
      throw new SessionStoreException("read only", null);
    }
    rewrites++;
    meanwhile.run();
    return rows.replace(row.name(), row, by);
  }

  @Override
  public boolean deleteIfUnchanged(Row row) {
    return rows.remove(row.name(), row);
  }
}
