package org.symbolon.neighbour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.testing.TestNode;

/**
 * Keeps the key of access tokens so old that it becomes due again and again, by every clock at
 * once, and tells who replaced it.
 */
final class DueKey {
  /** Longer than the second in which our nodes do not look twice. */
  private static final Duration SOON = Duration.ofMillis(1_200);

  private final Neighbours neighbours;
  private final List<TestNode> ours;
  private final FleetCounts counts;
  private @Nullable String key;

  DueKey(Neighbours neighbours, List<TestNode> ours, FleetCounts counts) {
    this.neighbours = neighbours;
    this.ours = ours;
    this.counts = counts;
  }

  /** To be called while nothing else happens. */
  void prepareAgainIfReplaced() {
    if (!neighbours.accessTokenKey().equals(key)) {
      count();
      key = neighbours.accessTokenKey();
      neighbours.setAccessTokenKey(
          "key_value", Instant.now().minus(Duration.ofHours(24)).plus(SOON));
      neighbours.letLookForKey(neighbours.node);
      ours.forEach(node -> node.renewal.run());
      ours.forEach(node -> node.statements.clear());
    }
  }

  private void count() {
    if (key != null) {
      boolean isOurs =
          ours.stream()
              .flatMap(node -> node.statements.stream())
              .anyMatch(sql -> sql.startsWith("update signing_key"));
      counts.add(isOurs ? "rotations of the key by Symbolon" : "rotations of the key by Node");
    }
  }
}
