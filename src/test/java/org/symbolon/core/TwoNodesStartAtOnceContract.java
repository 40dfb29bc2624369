package org.symbolon.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionTokens;
import org.symbolon.UserId;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/** The reference's fault 1: of two processes that start on an empty database one often dies. */
abstract class TwoNodesStartAtOnceContract {

  abstract TestServer server();

  @RepeatedTest(30)
  void both_come_up_and_understand_each_other() throws Exception {
    Map<String, String> database = server().freshDatabase();
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (TestNode first = new TestNode(database, InstantSource.system());
        TestNode second = new TestNode(database, InstantSource.system())) {
      List<Future<SessionTokens>> logins =
          List.of(
              threads.submit(() -> loginAtOnce(first, start)),
              threads.submit(() -> loginAtOnce(second, start)));
      String byFirst = logins.get(0).get().accessToken().value();
      String bySecond = logins.get(1).get().accessToken().value();
      assertThat(second.manager.verify(byFirst, AntiCsrfCheck.skip())).isNotNull();
      assertThat(first.manager.verify(bySecond, AntiCsrfCheck.skip())).isNotNull();
      assertThat(first.manager.handles(UserId.of("u"))).hasSize(2);
      assertThat(
              second.manager.refresh(logins.get(0).get().refreshToken().value()).session().userId())
          .isEqualTo(UserId.of("u"));
    } finally {
      threads.shutdown();
    }
  }

  private static SessionTokens loginAtOnce(TestNode node, CyclicBarrier start) throws Exception {
    node.database.open();
    start.await();
    return node.manager.create(UserId.of("u"), null, null);
  }
}
