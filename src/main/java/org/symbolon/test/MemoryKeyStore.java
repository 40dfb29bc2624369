package org.symbolon.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.key.KeyRows;

/** The table of keys without a table. */
final class MemoryKeyStore implements KeyRows {
  private final Map<String, Row> rows = new ConcurrentHashMap<>();

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
    return rows.replace(row.name(), row, by);
  }

  @Override
  public boolean deleteIfUnchanged(Row row) {
    return rows.remove(row.name(), row);
  }
}
