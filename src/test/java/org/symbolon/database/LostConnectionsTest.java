package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostConnectionsTest {
  private final LostConnections lost = new LostConnections();

  /** Another server has taken over, and only a new connection finds it. */
  @ParameterizedTest
  @CsvSource({"HY000, 1290", "25006, 1792", "HY000, 1836", "HY000, 1874", "25006, 0"})
  void a_server_that_only_reads_is_left(String state, int code) {
    assertThat(lost.adjudicate(new SQLException("read-only", state, code)))
        .isEqualTo(Override.MUST_EVICT);
  }

  @ParameterizedTest
  @CsvSource({"40001, 1213", "23000, 1062", "22001, 1406", "42S02, 1146"})
  void what_a_statement_or_its_values_are_refused_for_says_nothing_of_the_connection(
      String state, int code) {
    assertThat(lost.adjudicate(new SQLException("refused", state, code)))
        .isEqualTo(Override.CONTINUE_EVICT);
  }

  @Test
  void what_the_driver_calls_lost_is_lost() {
    assertThat(lost.adjudicate(new SQLNonTransientConnectionException("gone")))
        .isEqualTo(Override.MUST_EVICT);
  }
}
