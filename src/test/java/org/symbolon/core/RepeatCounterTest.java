package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.symbolon.config.RefreshTokenConfig;

/** How often one token may be refreshed. */
class RepeatCounterTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration SLOT = Duration.ofSeconds(5);

  private final RepeatCounter counter = counter(Duration.ofSeconds(10));

  @Test
  void the_21st_slot_is_one_too_many() {
    for (int slot = 0; slot < 20; slot++) {
      assertThat(counter.isOneTooMany("a", START.plus(SLOT.multipliedBy(slot)))).isFalse();
    }
    assertThat(counter.isOneTooMany("a", START.plus(SLOT.multipliedBy(20)))).isTrue();
    assertThat(counter.isOneTooMany("a", START.plus(SLOT.multipliedBy(1000)))).isTrue();
  }

  @Test
  void refreshes_in_one_slot_count_once() {
    for (int i = 0; i < 1000; i++) {
      assertThat(counter.isOneTooMany("a", START.plusMillis(i * 4L))).isFalse();
    }
  }

  @Test
  void each_token_has_its_own_count() {
    for (int slot = 0; slot < 30; slot++) {
      assertThat(counter.isOneTooMany("token " + slot, START.plus(SLOT.multipliedBy(slot))))
          .isFalse();
    }
  }

  @Test
  void without_a_leeway_a_slot_is_a_second() {
    RepeatCounter seconds = counter(Duration.ZERO);
    for (int i = 0; i < 20; i++) {
      assertThat(seconds.isOneTooMany("a", START.plusSeconds(i))).isFalse();
      assertThat(seconds.isOneTooMany("a", START.plusSeconds(i).plusMillis(999))).isFalse();
    }
    assertThat(seconds.isOneTooMany("a", START.plusSeconds(20))).isTrue();
  }

  @Test
  void memory_is_bounded() throws ReflectiveOperationException {
    for (int i = 0; i < 50_000; i++) {
      counter.isOneTooMany("token " + i, START);
    }
    Field counts = RepeatCounter.class.getDeclaredField("counts");
    counts.setAccessible(true);
    Cache<?, ?> cache = (Cache<?, ?>) counts.get(counter);
    cache.cleanUp();
    assertThat(cache.estimatedSize()).isLessThanOrEqualTo(10_000);
  }

  private static RepeatCounter counter(Duration leeway) {
    return new RepeatCounter(
        new RefreshTokenConfig(
            Duration.ofDays(1),
            Duration.ofDays(2),
            leeway,
            20,
            "/refresh",
            Duration.ofDays(30),
            null,
            false));
  }
}
