package org.symbolon.key;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.SessionException;
import org.symbolon.config.KeyEncryptionConfig;
import org.symbolon.config.SessionConfig;

/**
 * The table of keys as the others see it: all rows plain, whatever they are in the table. Rows that
 * are written otherwise than the configuration asks for are rewritten in passing, by a guarded
 * update, so that nodes may do it at once, and need not agree on the configuration meanwhile.
 *
 * <p>A row that cannot be read never gets another key in its place. Where this node knew it before,
 * it goes on with what it knew: the row's moment of creation tells that it is the same key.
 */
public final class ProtectedKeyStore implements SigningKeyStore {
  private static final System.Logger LOG = System.getLogger(ProtectedKeyStore.class.getName());

  /**
   * A row.
   *
   * @param stored as it stands in the table
   * @param shown as the others see it
   */
  private record Held(Row stored, Row shown) {}

  private final KeyRows table;
  private final RowProtection protection;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final Map<String, String> complaints = new ConcurrentHashMap<>();

  /**
   * In front of a table.
   *
   * @param tableName the table's, which encrypted rows are bound to
   */
  ProtectedKeyStore(
      KeyRows table, KeyEncryptionConfig config, String tableName, SecureRandom random) {
    this.table = table;
    this.protection = new RowProtection(config, tableName, random);
  }

  /** In front of a table, as configured. */
  public static SigningKeyStore of(KeyRows table, SessionConfig config, SecureRandom random) {
    return new ProtectedKeyStore(
        table, config.keyEncryption(), config.database().signingKeyTable(), random);
  }

  /**
   * All rows, plain; those that cannot be read are {@link Row#withheld}. One statement more for
   * each row that is rewritten.
   */
  @Override
  public List<Row> loadAll() {
    List<Row> rows = table.loadAll();
    List<Row> unsettled = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Row row : rows) {
      if (KeySlot.ofRow(row.name()).isPresent()) {
        names.add(row.name());
        held.put(row.name(), new Held(row, read(row, unsettled)));
      }
    }
    held.keySet().retainAll(names);
    complaints.keySet().retainAll(names);
    List<Row> shown = rows.stream().map(this::shown).toList();
    rewrite(unsettled);
    return shown;
  }

  /** Rows of others are shown as they are. */
  private Row shown(Row row) {
    Held ours = held.get(row.name());
    return ours == null ? row : ours.shown();
  }

  private Row read(Row row, List<Row> unsettled) {
    RowProtection.Reading reading = protection.read(row.name(), row.value());
    if (reading instanceof RowProtection.Usable usable) {
      if (!usable.isSettled()) {
        unsettled.add(row);
      }
      complaints.remove(row.name());
      return row.with(usable.plain().text());
    }
    if (!(reading instanceof RowProtection.Unusable unusable)) {
      return row;
    }
    Held before = held.get(row.name());
    boolean isKnown =
        before != null
            && before.shown().createdAt().equals(row.createdAt())
            && KeyRowText.of(before.shown().value()).filter(KeyRowText::isPlain).isPresent();
    complain(row.name(), unusable.reason(), isKnown);
    return before != null && isKnown ? before.shown() : row.withheld();
  }

  private void complain(String rowName, String reason, boolean isKnown) {
    String consequence =
        isKnown
            ? "this node goes on with the key that it knows from before, until it is restarted"
            : "its key is not used, and what needs it is answered 503";
    String complaint = reason + "; " + consequence;
    if (!complaint.equals(complaints.put(rowName, complaint))) {
      LOG.log(Level.ERROR, "the key row {0} {1}", rowName, complaint);
    }
  }

  /** Not needed by anyone at this moment, so a failure is no reason to do without the keys. */
  private void rewrite(List<Row> rows) {
    try {
      for (Row row : rows) {
        Row shown = shown(row);
        Row wanted = row.with(write(shown));
        if (table.replace(row, wanted)) {
          held.put(row.name(), new Held(wanted, shown));
          LOG.log(Level.INFO, "the key row {0} is now {1}", row.name(), protection.way());
        }
      }
    } catch (SessionException e) {
      LOG.log(Level.WARNING, "key rows could not be rewritten: {0}", e.getMessage());
    }
  }

  private String write(Row plain) {
    return protection.write(plain.name(), KeyRowText.of(plain.value()).orElseThrow());
  }

  /** Takes a plain row. */
  @Override
  public void insertIfAbsent(Row row) {
    table.insertIfAbsent(row.with(write(row)));
  }

  /** Takes a row as it was shown. */
  @Override
  public boolean deleteIfUnchanged(Row row) {
    Held ours = held.get(row.name());
    return ours != null && ours.shown().equals(row) && table.deleteIfUnchanged(ours.stored());
  }
}
