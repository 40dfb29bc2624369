package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionStoreException;
import org.symbolon.testing.TestNode;

class OpeningTest {

  /** Callers who fail because of an attempt a moment ago must not put off the next attempt. */
  @Test
  void a_missing_data_source_is_looked_for_again_under_steady_traffic() throws Exception {
    int attempts = 0;
    int spared = 0;
    try (TestNode node =
        new TestNode(
            Map.of(
                "symbolon.database.datasource", "jdbc/none",
                "symbolon.database.timeout", "PT0.1S"),
            InstantSource.system())) {
      for (int i = 0; i < 100; i++) {
        SessionStoreException failure =
            catchThrowableOfType(SessionStoreException.class, () -> node.database.open());
        if (failure.getMessage().contains("no such data source")) {
          attempts++;
        } else {
          spared++;
        }
        Thread.sleep(10);
      }
    }
    assertThat(attempts).isGreaterThanOrEqualTo(3);
    assertThat(spared).isGreaterThanOrEqualTo(10);
  }
}
