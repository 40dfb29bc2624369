package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionStoreException;
import org.symbolon.UserId;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** Hydra 3604, spring-session 1550: a serialization failure that reaches the user. */
class RetryTest {
  private final AtomicInteger failures = new AtomicInteger();
  private String sqlState = "40001";
  private final TestNode node =
      new TestNode(TestServer.H2.freshDatabase(), InstantSource.system(), this::failing);

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void a_deadlock_is_tried_again_unseen() {
    node.manager.create(UserId.of("u"), null, null);
    failures.set(3);
    assertThat(node.manager.handles(UserId.of("u"))).hasSize(1);
    assertThat(failures).hasValue(0);
  }

  @Test
  void a_bounded_number_of_times() {
    node.manager.create(UserId.of("u"), null, null);
    failures.set(100);
    assertThatThrownBy(() -> node.manager.handles(UserId.of("u")))
        .isInstanceOf(SessionStoreException.class);
    assertThat(failures).hasValue(96);
  }

  @Test
  void other_failures_are_not_tried_again() {
    node.manager.create(UserId.of("u"), null, null);
    sqlState = "42000";
    failures.set(1);
    assertThatThrownBy(() -> node.manager.handles(UserId.of("u")))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining("list a user's sessions")
        .hasMessageContaining("on purpose");
  }

  private DataSource failing(DataSource source) {
    return ProxyDataSourceBuilder.create(source)
        .listener(
            new QueryExecutionListener() {
              @Override
              public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                  sneakyThrow(new SQLException("on purpose", sqlState, 1213));
                }
              }

              @Override
              public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
            })
        .build();
  }

  /** The listener's interface declares no SQLException, the driver's methods do. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void sneakyThrow(Throwable failure) throws E {
    throw (E) failure;
  }
}
