package org.symbolon.observability;

import java.util.List;
import org.symbolon.key.KeyRows;

/** Measures the calls of the table of keys. */
final class MeteredKeyRows implements KeyRows {
  private final KeyRows rows;
  private final StoreMeter meter;

  MeteredKeyRows(KeyRows rows, StoreMeter meter) {
    this.rows = rows;
    this.meter = meter;
  }

  @Override
  public List<Row> loadAll() {
    return meter.call(StoreOperation.LOAD_KEYS, rows::loadAll);
  }

  @Override
  public void insertIfAbsent(Row row) {
    meter.run(StoreOperation.INSERT_KEY, () -> rows.insertIfAbsent(row));
  }

  @Override
  public boolean replace(Row row, Row by) {
    return meter.call(StoreOperation.REPLACE_KEY, () -> rows.replace(row, by));
  }

  @Override
  public boolean deleteIfUnchanged(Row row) {
    return meter.call(StoreOperation.DELETE_KEY, () -> rows.deleteIfUnchanged(row));
  }
}
