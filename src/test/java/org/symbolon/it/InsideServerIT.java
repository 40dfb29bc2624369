package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.CurrentSession;
import org.symbolon.SessionHandle;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.UserId;

/** Runs inside the server, on a data source of the server's, in the application's transactions. */
@ExtendWith(ArquillianExtension.class)
class InsideServerIT {
  private static final String DATA_SOURCE = "jdbc/symbolon-it";

  @Deployment
  static WebArchive war() {
    return LibraryWar.named("inside.war")
        .with(LoginResource.class, EventRecorder.class)
        .with(Browser.class, Answer.class, AnswerAssert.class, SetCookie.class)
        .without("h2-")
        .withJarOf(Assertions.class)
        .config("symbolon.database.datasource", DATA_SOURCE)
        .config("symbolon.refresh-token.cleanup-schedule", "* * * * * *")
        .build();
  }

  @Inject SessionManager manager;
  @Inject CurrentSession current;
  @Inject EventRecorder events;
  @Inject BeanManager beans;

  @Test
  void a_session_lives_from_login_to_logout() {
    UserId user = UserId.of(42);
    SessionTokens tokens = manager.create(user, null, null);
    assertThat(manager.verify(tokens.accessToken().value(), AntiCsrfCheck.skip()).session())
        .hasToString(tokens.session().toString());
    assertThat(manager.handles(user)).containsExactly(tokens.session().handle());
    assertThat(manager.revokeAll(user)).containsExactly(tokens.session().handle());
    assertThat(manager.handles(user)).isEmpty();
  }

  @Test
  void observers_are_called_in_the_order_of_their_priorities() {
    int before = events.order().size();
    manager.create(UserId.of("ordered"), null, null);
    List<Integer> order = events.order();
    assertThat(order.subList(before, order.size())).containsExactly(1, 2, 3, 4);
  }

  @Test
  void observers_see_every_event_though_others_fail() throws Exception {
    SessionTokens login = manager.create(UserId.of("observed"), null, null);
    SessionHandle handle = login.session().handle();
    SessionTokens second = manager.refresh(login.refreshToken().value());
    manager.verify(second.accessToken().value(), AntiCsrfCheck.skip());
    manager.refresh(login.refreshToken().value());
    SessionTokens third = manager.refresh(second.refreshToken().value());
    manager.verify(third.accessToken().value(), AntiCsrfCheck.skip());
    assertThatThrownBy(() -> manager.refresh(login.refreshToken().value()))
        .isInstanceOf(TokenTheftDetectedException.class);

    List<String> all =
        List.of(
            "Created",
            "Refreshed",
            "Promoted",
            "HonestRepeat",
            "Refreshed",
            "Promoted",
            "TheftDetected",
            "Revoked");
    assertThat(events.seen(handle)).isEqualTo(all);
    Instant end = Instant.now().plusSeconds(10);
    while (events.seenAsync(handle).size() < all.size() && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    assertThat(events.seenAsync(handle)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  @SuppressWarnings("BanJNDI") // the names are constants
  void a_session_survives_the_rollback_of_the_application() throws Exception {
    DataSource source = InitialContext.doLookup(DATA_SOURCE);
    execute(source, "create table if not exists theirs (id int)");
    UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
    UserId user = UserId.of("rolled-back");

    transaction.begin();
    execute(source, "insert into theirs values (1)");
    SessionTokens tokens = manager.create(user, null, null);
    SessionTokens refreshed = manager.refresh(tokens.refreshToken().value());
    manager.verify(refreshed.accessToken().value(), AntiCsrfCheck.skip());
    transaction.rollback();

    assertThat(count(source, "select count(*) from theirs")).isZero();
    assertThat(manager.handles(user)).containsExactly(tokens.session().handle());
    assertThat(manager.refresh(refreshed.refreshToken().value())).isNotNull();
  }

  @Test
  @SuppressWarnings("BanJNDI") // the name is a constant
  void observers_run_in_the_phase_of_the_transaction_that_they_ask_for() throws Exception {
    UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");

    transaction.begin();
    SessionHandle committed = create("committed");
    assertThat(events.seen(committed)).containsExactly("Created");
    assertThat(events.phases(committed)).isEmpty();
    transaction.commit();
    assertThat(events.phases(committed)).startsWith("before").hasSize(3);
    assertThat(events.phases(committed)).contains("completed", "success");

    transaction.begin();
    SessionHandle rolledBack = create("rolled-back-later");
    transaction.rollback();
    assertThat(events.phases(rolledBack)).containsExactlyInAnyOrder("completed", "failure");

    transaction.begin();
    transaction.setRollbackOnly();
    SessionHandle doomed = create("doomed");
    assertThat(events.phases(doomed)).containsExactlyInAnyOrder("before", "completed", "failure");
    transaction.rollback();

    assertThat(events.phases(create("without-a-transaction")))
        .containsExactlyInAnyOrder("before", "completed", "success", "failure");
  }

  private SessionHandle create(String user) {
    return manager.create(UserId.of(user), null, null).session().handle();
  }

  @Test
  @SuppressWarnings("BanJNDI") // the name is a constant
  void an_expired_session_is_deleted_by_schedule_and_announced() throws Exception {
    DataSource source = InitialContext.doLookup(DATA_SOURCE);
    SessionHandle living = manager.create(UserId.of("living"), null, null).session().handle();
    SessionHandle expired = manager.create(UserId.of("expired"), null, null).session().handle();
    execute(
        source,
        "update refresh_tokens set expires_at = 1 where session_handle = '" + expired + "'");
    // up to ten seconds of delay on each node
    Instant end = Instant.now().plusSeconds(60);
    while (!events.seen(expired).contains("Expired") && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertThat(events.seen(expired)).containsExactly("Created", "Expired");
    String count = "select count(*) from refresh_tokens where session_handle = ";
    assertThat(count(source, count + "'" + expired + "'")).isZero();
    assertThat(count(source, count + "'" + living + "'")).isEqualTo(1);
    assertThat(events.seen(living)).containsExactly("Created");
  }

  @Test
  void outside_of_a_jax_rs_request_there_is_no_current_session() {
    assertThatThrownBy(() -> current.create(UserId.of("nobody"), null, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SessionManager");
  }

  @Test
  void the_bundled_smallrye_jwt_brings_no_bean() {
    assertThat(beans.getBeans(Object.class, Any.Literal.INSTANCE))
        .isNotEmpty()
        .noneMatch(bean -> bean.getBeanClass().getName().startsWith("io.smallrye.jwt"));
  }

  @Test
  @RunAsClient
  void a_browser_logs_in_on_the_server_s_data_source(@ArquillianResource URL base) {
    Browser user = new Browser(base).loggedIn("alice");
    AnswerAssert.assertAnswer(user.get("api/login")).saysOk("alice");
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getInt(1);
    }
  }
}
