package org.symbolon.it;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.symbolon.SessionEvent;
import org.symbolon.SessionHandle;

/** Observers that write down what they see, between observers that fail. */
@ApplicationScoped
public class EventRecorder {
  private final Queue<SessionEvent> seen = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> order = new ConcurrentLinkedQueue<>();
  private final Queue<SessionEvent> seenAsync = new ConcurrentLinkedQueue<>();
  private final Queue<String> phases = new ConcurrentLinkedQueue<>();

  void fail(@Observes @Priority(1) SessionEvent event) {
    order.add(1);
    throw new IllegalStateException("an observer fails, on purpose");
  }

  void failAsync(@ObservesAsync @Priority(1) SessionEvent event) {
    throw new IllegalStateException("an asynchronous observer fails, on purpose");
  }

  void record(@Observes @Priority(2) SessionEvent event) {
    order.add(2);
    seen.add(event);
  }

  void recordAsync(@ObservesAsync @Priority(2) SessionEvent event) {
    seenAsync.add(event);
  }

  void failBetween(@Observes @Priority(3) SessionEvent.Created event) {
    order.add(3);
    throw new IllegalStateException("an observer between others fails, on purpose");
  }

  void recordLast(@Observes @Priority(4) SessionEvent.Created event) {
    order.add(4);
  }

  void recordBefore(@Observes(during = TransactionPhase.BEFORE_COMPLETION) SessionEvent event) {
    phases.add(event.handle() + " before");
    throw new IllegalStateException("an observer in a transaction fails, on purpose");
  }

  void recordCompletion(@Observes(during = TransactionPhase.AFTER_COMPLETION) SessionEvent event) {
    phases.add(event.handle() + " completed");
  }

  void recordSuccess(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionEvent event) {
    phases.add(event.handle() + " success");
  }

  void recordFailure(@Observes(during = TransactionPhase.AFTER_FAILURE) SessionEvent event) {
    phases.add(event.handle() + " failure");
  }

  /** In which phases of a transaction it was told of the session. */
  List<String> phases(SessionHandle handle) {
    return phases.stream()
        .filter(it -> it.startsWith(handle + " "))
        .map(it -> it.substring(it.indexOf(' ') + 1))
        .toList();
  }

  List<Integer> order() {
    return List.copyOf(order);
  }

  List<String> seen(SessionHandle handle) {
    return names(seen, handle);
  }

  List<String> seenAsync(SessionHandle handle) {
    return names(seenAsync, handle);
  }

  private static List<String> names(Queue<SessionEvent> events, SessionHandle handle) {
    return events.stream()
        .filter(event -> event.handle().equals(handle))
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }
}
