package org.symbolon.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionStoreException;
import org.symbolon.key.KeyStatus;
import org.symbolon.testing.SettableClock;

/** Readiness is about serving, and about nothing else. */
class ReadinessQuestionTest {
  private final SettableClock clock = new SettableClock();

  @Test
  void a_successor_that_is_late_is_told_and_the_node_is_ready() {
    NodeHealth.Report report = report(() -> {}, status(true, true, KeyStatus.Next.LATE));
    assertThat(report.isReady()).isTrue();
    assertThat(report.data())
        .containsEntry("next-key", "late")
        .containsEntry("access-key", "signs")
        .containsEntry("access-key-age", "PT10H")
        .containsEntry("next-key-in", "PT-1H");
  }

  @Test
  void whatever_is_to_come_a_node_is_ready_if_both_keys_sign_and_the_database_answers() {
    for (KeyStatus.Next next : KeyStatus.Next.values()) {
      assertThat(report(() -> {}, status(true, true, next)).isReady()).isTrue();
      assertThat(report(() -> {}, status(false, true, next)).isReady()).isFalse();
      assertThat(report(() -> {}, status(true, false, next)).isReady()).isFalse();
      NodeHealth.Report silent = report(this::fail, status(true, true, next));
      assertThat(silent.isReady()).isFalse();
      assertThat(silent.data()).containsEntry("database", "failed");
    }
  }

  private void fail() {
    throw new SessionStoreException("down", null);
  }

  private KeyStatus status(boolean hasAccess, boolean hasRefresh, KeyStatus.Next next) {
    Instant since = clock.instant().minus(Duration.ofHours(10));
    return new KeyStatus(hasAccess, hasRefresh, next, since, since.plus(Duration.ofHours(9)));
  }

  private NodeHealth.Report report(Runnable database, KeyStatus status) {
    return new ReadinessQuestion(database, () -> status, clock).get();
  }
}
