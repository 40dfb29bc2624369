package org.symbolon.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.symbolon.SessionEvent;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.testing.TestNode;

/** Two nodes of ours and a process of the Node library, and clients that meet any of them. */
class NodeFleetTest {
  private static final int CLIENTS = 20;
  private static final int CYCLES = 1_000;
  private static final int ROTATIONS = 10;

  private final FleetCounts counts = new FleetCounts();

  @Test
  void a_thousand_cycles_anywhere_end_no_session_and_raise_no_alarm() throws Exception {
    long seed = Long.getLong("symbolon.test.seed", System.nanoTime());
    System.out.println("fleet: -Dsymbolon.test.seed=" + seed);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Neighbours neighbours = Neighbours.onOurTables();
        TestNode second = neighbours.anotherOfOurs()) {
      List<HonestClient.Server> fleet =
          List.of(
              new HonestClient.Server("Symbolon 1", neighbours.symbolon.manager),
              new HonestClient.Server("Symbolon 2", second.manager),
              new HonestClient.Server("Node", neighbours.node));
      Random random = new Random(seed);
      List<HonestClient> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        UserId user = i % 2 == 0 ? UserId.of(i) : UserId.of("user-" + i);
        clients.add(new HonestClient(user, fleet, new Random(random.nextLong()), counts));
      }
      for (int rotation = 0; rotation < ROTATIONS; rotation++) {
        HonestClient.Server rotating = fleet.get(random.nextInt(fleet.size()));
        List<Callable<Object>> tasks = new ArrayList<>();
        clients.forEach(client -> tasks.add(() -> cycles(client)));
        tasks.add(CLIENTS / 2, () -> rotate(neighbours, rotating));
        for (Future<Object> task : threads.invokeAll(tasks)) {
          task.get();
        }
      }
      for (HonestClient client : clients) {
        client.call();
      }
      report();
      assertThat(Stream.concat(neighbours.symbolon.events.stream(), second.events.stream()))
          .noneMatch(SessionEvent.TheftDetected.class::isInstance);
    } finally {
      threads.shutdownNow();
    }
    assertThat(counts.of("cycles")).isEqualTo(CYCLES);
    assertThat(counts.of("false alarms")).isZero();
    assertThat(counts.of("sessions lost")).isZero();
  }

  private @Nullable Object rotate(Neighbours neighbours, HonestClient.Server rotating) {
    neighbours.letRotate(rotating.manager());
    counts.add("rotations of the key at " + rotating.name());
    return null;
  }

  private @Nullable Object cycles(HonestClient client) {
    for (int i = 0; i < CYCLES / CLIENTS / ROTATIONS; i++) {
      cycle(client);
    }
    return null;
  }

  private void cycle(HonestClient client) {
    try {
      client.cycle();
    } catch (TokenTheftDetectedException e) {
      counts.add("false alarms");
    } catch (UnauthorisedException e) {
      counts.add("sessions lost");
    }
  }

  private void report() throws IOException {
    counts.report(
        "Two nodes of Symbolon, one process of Node",
        List.of(
            "sessions",
            "cycles",
            "calls, with repetitions",
            "refreshes at Symbolon 1",
            "refreshes at Symbolon 2",
            "refreshes at Node",
            "first uses at Symbolon 1",
            "first uses at Symbolon 2",
            "first uses at Node",
            "answers lost",
            "rotations of the key at Symbolon 1",
            "rotations of the key at Symbolon 2",
            "rotations of the key at Node",
            "calls answered try refresh token",
            "calls repeated and answered so again",
            "false alarms",
            "sessions lost"));
  }
}
