package org.symbolon.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.symbolon.key.KeyView;
import org.symbolon.key.SigningKeyStore.Row;

/**
 * The reference's two rows as they were at one moment, and the keys that they held before.
 *
 * @param loadedAt when they were read
 * @param accessRow the row of access tokens
 * @param access the key in it
 * @param refresh the key of refresh tokens
 * @param retired keys of access tokens that the table has no longer
 * @param isComplete whether there is all that is needed
 */
record KnownKeys(
    Instant loadedAt,
    @Nullable Row accessRow,
    @Nullable AccessKey access,
    @Nullable RefreshSecrets refresh,
    List<Retired> retired,
    boolean isComplete)
    implements KeyView.Known {
  static final String ACCESS = "access_token_signing_key";
  static final String REFRESH = "refresh_token_key";
  static final KnownKeys NONE = new KnownKeys(Instant.MIN, null, null, null, List.of(), false);

  /**
   * A key that verifies for a while.
   *
   * @param until when the last token signed with it has ended
   */
  record Retired(AccessKey key, Instant until) {}

  static Map<String, Row> byName(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.name().equals(ACCESS) || row.name().equals(REFRESH))
        .filter(row -> !row.value().isEmpty())
        .collect(Collectors.toMap(Row::name, row -> row));
  }

  /**
   * What is known after another look.
   *
   * @param until when tokens end that were signed with a key which is gone now
   * @param needsAccess whether there is nothing to work with without a key of access tokens
   */
  KnownKeys followedBy(Map<String, Row> rows, Instant now, Instant until, boolean needsAccess) {
    Row accessRow = rows.get(ACCESS);
    Row refreshRow = rows.get(REFRESH);
    AccessKey newAccess = accessRow == null ? null : AccessKey.of(accessRow.value());
    RefreshSecrets newRefresh = refreshRow == null ? null : secrets(refreshRow.value());
    return new KnownKeys(
        now,
        accessRow,
        newAccess,
        newRefresh,
        retired(newAccess, now, until),
        newRefresh != null && (newAccess != null || !needsAccess));
  }

  private RefreshSecrets secrets(String text) {
    return refresh != null && refresh.text().equals(text) ? refresh : RefreshSecrets.of(text);
  }

  private List<Retired> retired(@Nullable AccessKey newAccess, Instant now, Instant until) {
    List<Retired> all = new ArrayList<>();
    if (access != null) {
      all.add(new Retired(access, until));
    }
    all.addAll(retired);
    return all.stream()
        .filter(old -> old.until().isAfter(now))
        .filter(old -> newAccess == null || !old.key().id().equals(newAccess.id()))
        .toList();
  }

  /** Those of access tokens, the present one first. */
  List<AccessKey> verifying(Instant now) {
    List<AccessKey> keys = new ArrayList<>(retired.size() + 1);
    if (access != null) {
      keys.add(access);
    }
    for (Retired old : retired) {
      if (old.until().isAfter(now)) {
        keys.add(old.key());
      }
    }
    return keys;
  }

  @Override
  public boolean isEmpty() {
    return !isComplete;
  }

  /** No key. */
  @Override
  public String toString() {
    return "KnownKeys[" + loadedAt + "]";
  }
}
