package org.symbolon.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.SessionStoreException;

/** A table of keys that several nodes share, and that can fail. */
final class MemoryKeyStore implements SigningKeyStore {
  final Map<String, Row> rows = new LinkedHashMap<>();
  int loads;
  boolean down;

  @Override
  public synchronized List<Row> loadAll() {
    loads++;
    if (down) {
      throw new SessionStoreException("down", null);
    }
    return new ArrayList<>(rows.values());
  }

  @Override
  public synchronized void insertIfAbsent(Row row) {
    rows.putIfAbsent(row.name(), row);
  }

  @Override
  public synchronized boolean deleteIfUnchanged(Row row) {
    return rows.remove(row.name(), row);
  }
}
