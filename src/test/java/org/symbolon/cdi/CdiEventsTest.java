package org.symbolon.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.SessionEvent;
import org.symbolon.SessionHandle;
import org.symbolon.UserId;

/** Observers run in the phase that they ask for, each on its own. */
class CdiEventsTest {
  private static final List<String> SEEN = new ArrayList<>();
  private static final List<String> AT_ONCE =
      List.of("first", "in progress", "before", "completed", "success", "failure", "last");

  private static Supplier<Throwable> thrown;

  private final List<Synchronization> registered = new ArrayList<>();
  private int status = Status.STATUS_ACTIVE;
  private boolean closed;
  private SeContainer container;

  @BeforeEach
  void start() {
    SEEN.clear();
    thrown = () -> new IllegalStateException("fails on purpose");
    container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Observers.class)
            .initialize();
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void without_transactions_on_the_server_all_run_at_once() {
    announce(new CallerTransaction(() -> null));
    assertThat(SEEN).isEqualTo(AT_ONCE);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK})
  void without_a_transaction_under_way_all_run_at_once(int none) {
    status = none;
    announce(new CallerTransaction(this::registry));
    assertThat(SEEN).isEqualTo(AT_ONCE);
    assertThat(registered).isEmpty();
  }

  @Test
  void a_commit_is_followed_by_those_that_wait_for_a_success() {
    announce(new CallerTransaction(this::registry));
    assertThat(SEEN).containsExactly("first", "in progress", "last");
    registered.forEach(Synchronization::beforeCompletion);
    assertThat(SEEN).endsWith("last", "before");
    complete(Status.STATUS_COMMITTED);
    assertThat(SEEN)
        .containsExactly("first", "in progress", "last", "before", "completed", "success");
  }

  @ParameterizedTest
  @ValueSource(ints = {Status.STATUS_ROLLEDBACK, Status.STATUS_UNKNOWN})
  void a_rollback_is_followed_by_those_that_wait_for_a_failure(int end) {
    announce(new CallerTransaction(this::registry));
    complete(end);
    assertThat(SEEN).containsExactly("first", "in progress", "last", "completed", "failure");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        Status.STATUS_MARKED_ROLLBACK,
        Status.STATUS_PREPARING,
        Status.STATUS_PREPARED,
        Status.STATUS_COMMITTING,
        Status.STATUS_ROLLING_BACK,
        Status.STATUS_UNKNOWN
      })
  void a_transaction_that_takes_nobody_any_more_has_no_success(int late) {
    status = late;
    announce(new CallerTransaction(this::registry));
    assertThat(SEEN)
        .containsExactly("first", "in progress", "before", "completed", "failure", "last");
  }

  @Test
  void a_transaction_that_ends_meanwhile_has_no_success() {
    closed = true;
    announce(new CallerTransaction(this::registry));
    assertThat(SEEN).hasSize(6).doesNotContain("success");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IllegalStateException.class,
        NoClassDefFoundError.class,
        ExceptionInInitializerError.class,
        AssertionError.class,
        StackOverflowError.class,
        LinkageError.class,
        Error.class,
        IOException.class
      })
  void whatever_an_observer_throws_the_others_are_called_and_the_caller_goes_on(
      Class<? extends Throwable> kind) {
    thrown = () -> made(kind);
    announce(new CallerTransaction(() -> null));
    assertThat(SEEN).isEqualTo(AT_ONCE);
  }

  @ParameterizedTest
  @ValueSource(classes = {OutOfMemoryError.class, InternalError.class})
  void what_the_JVM_does_not_survive_is_not_hidden(Class<? extends Error> kind) {
    thrown = () -> made(kind);
    assertThatThrownBy(() -> announce(new CallerTransaction(() -> null))).isInstanceOf(kind);
  }

  private void announce(CallerTransaction transaction) {
    new CdiEvents(container.getBeanManager(), transaction)
        .announce(
            new SessionEvent.Created(
                new SessionHandle("handle"), UserId.of("alice"), Instant.EPOCH));
  }

  private static Throwable made(Class<? extends Throwable> kind) {
    try {
      return kind.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(kind.getName(), e);
    }
  }

  @SuppressWarnings("unchecked") // as compilers of other languages let pass
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }

  private void complete(int end) {
    registered.forEach(it -> it.afterCompletion(end));
  }

  private TransactionSynchronizationRegistry registry() {
    return (TransactionSynchronizationRegistry)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {TransactionSynchronizationRegistry.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getTransactionStatus")) {
                return status;
              }
              if (closed) {
                throw new IllegalStateException("it has ended");
              }
              registered.add((Synchronization) arguments[0]);
              return null;
            });
  }

  /** Each of the transactional ones fails after it has noted that it was called. */
  @ApplicationScoped
  public static class Observers {
    void first(@Observes @Priority(1) SessionEvent event) {
      note("first");
    }

    void inProgress(
        @Observes(during = TransactionPhase.IN_PROGRESS) @Priority(2) SessionEvent event) {
      note("in progress");
    }

    void before(
        @Observes(during = TransactionPhase.BEFORE_COMPLETION) @Priority(3) SessionEvent event) {
      note("before");
    }

    void completed(
        @Observes(during = TransactionPhase.AFTER_COMPLETION) @Priority(4) SessionEvent event) {
      note("completed");
    }

    void success(
        @Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(5) SessionEvent event) {
      note("success");
    }

    void failure(
        @Observes(during = TransactionPhase.AFTER_FAILURE) @Priority(6) SessionEvent event) {
      note("failure");
    }

    void last(@Observes @Priority(7) SessionEvent event) {
      note("last");
    }

    private static void note(String name) {
      SEEN.add(name);
      CdiEventsTest.<RuntimeException>sneak(thrown.get());
    }
  }
}
