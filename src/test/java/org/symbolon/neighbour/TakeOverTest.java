package org.symbolon.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionManager;
import org.symbolon.SessionTokens;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.testing.NodeLibrary;
import org.symbolon.testing.TestNode;

/**
 * The switch of docs/migration.md: sessions that the Node library made, or ours in its format, go
 * on in our own format.
 */
class TakeOverTest {
  private static final JsonValue INFO =
      Json.createObjectBuilder().add("device", "Zoë's 电话").addNull("note").build();
  private static final JsonValue PAYLOAD = Json.createArrayBuilder().add(1).add("two").build();

  /** What an honest client may hold when the server changes, by how it came to that. */
  private static final Map<String, Function<Client, SessionTokens>> SITUATIONS = situations();

  private Map<String, String> before;
  private Map<String, String> after;
  private Instant now = Instant.now();

  /** At the old server. */
  private record Client(SessionManager old, SessionTokens login) {
    SessionTokens refresh(SessionTokens tokens) {
      return old.refresh(tokens.refreshToken().value());
    }

    SessionTokens refreshAndUse(SessionTokens tokens) {
      SessionTokens child = refresh(tokens);
      verify(old, child);
      return child;
    }
  }

  private static Map<String, Function<Client, SessionTokens>> situations() {
    Map<String, Function<Client, SessionTokens>> all = new LinkedHashMap<>();
    all.put("has just logged in", Client::login);
    all.put("has refreshed and called", client -> client.refreshAndUse(client.login()));
    all.put("has refreshed only", client -> client.refresh(client.login()));
    all.put(
        "never got the answer to its first refresh",
        client -> {
          client.refresh(client.login());
          return client.login();
        });
    all.put(
        "never got the answer to a later refresh",
        client -> {
          SessionTokens child = client.refreshAndUse(client.login());
          client.refresh(child);
          client.refresh(child);
          return child;
        });
    all.put(
        "refreshed twice without a call and got the first answer only",
        client -> {
          SessionTokens child = client.refresh(client.login());
          client.refresh(child);
          return child;
        });
    return all;
  }

  @BeforeEach
  void chooseDatabase() {
    before = Neighbours.freshDatabase();
    Map<String, String> own = new LinkedHashMap<>(before);
    own.remove("symbolon.access-token.format");
    own.put("symbolon.accept-reference-tokens", "true");
    after = Map.copyOf(own);
  }

  @Test
  void every_session_of_the_node_library_goes_on_under_its_successor() {
    Map<String, SessionTokens> held;
    try (NodeLibrary node = new NodeLibrary(before)) {
      held = clientsOf(node);
    }
    takeOver(held);
  }

  @Test
  void every_session_goes_on_after_some_time_side_by_side() {
    Map<String, SessionTokens> held;
    try (TestNode symbolon = new TestNode(before, () -> now)) {
      held = clientsOf(symbolon.manager);
    }
    takeOver(held);
  }

  @Test
  void a_copied_token_of_the_node_library_is_still_found_out() {
    SessionTokens login;
    try (NodeLibrary node = new NodeLibrary(before)) {
      login = node.create(UserId.of("alice"), null, null);
    }
    try (TestNode node = new TestNode(after, () -> now)) {
      verify(node.manager, node.manager.refresh(login.refreshToken().value()));
      now = now.plus(Duration.ofMinutes(1));
      assertThatThrownBy(() -> node.manager.refresh(login.refreshToken().value()))
          .isInstanceOf(TokenTheftDetectedException.class);
    }
  }

  @Test
  void a_session_ends_with_the_longest_lifetime_since_its_login_with_the_node_library() {
    SessionTokens login;
    try (NodeLibrary node = new NodeLibrary(before)) {
      login = node.create(UserId.of("alice"), null, null);
    }
    Map<String, String> shortLived =
        TestNode.with(after, Map.of("symbolon.refresh-token.max-lifetime", "P30D"));
    try (TestNode node = new TestNode(shortLived, () -> now)) {
      now = now.plus(Duration.ofDays(30)).minusSeconds(60);
      node.manager.refresh(login.refreshToken().value());
      now = now.plusSeconds(120);
      assertThatThrownBy(() -> node.manager.refresh(login.refreshToken().value()))
          .isInstanceOf(UnauthorisedException.class);
    }
  }

  @Test
  void without_the_setting_its_tokens_are_unknown() {
    SessionTokens login;
    try (NodeLibrary node = new NodeLibrary(before)) {
      login = node.create(UserId.of("alice"), null, null);
    }
    Map<String, String> strict =
        TestNode.with(after, Map.of("symbolon.accept-reference-tokens", "false"));
    try (TestNode node = new TestNode(strict, InstantSource.system())) {
      assertThatThrownBy(() -> node.manager.refresh(login.refreshToken().value()))
          .isInstanceOf(UnauthorisedException.class);
    }
  }

  /** The query that docs/migration.md has for it. */
  @Test
  void sessions_that_are_too_old_can_be_found_before_the_switch() throws Exception {
    Matcher query =
        Pattern.compile("```sql\\n(select user_id .*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/migration.md")));
    assertThat(query.find()).isTrue();
    try (NodeLibrary node = new NodeLibrary(before)) {
      node.create(UserId.of("alice"), null, null);
    }
    assertThat(rows(query.group(1))).isEmpty();
    String inAnHour = query.group(1).replace("365 * 86400", "-3600");
    assertThat(rows(inAnHour)).containsExactly("alice");
    String anHourAgo = query.group(1).replace("365 * 86400", "3600");
    assertThat(rows(anHourAgo)).isEmpty();
  }

  private List<String> rows(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                before.get("symbolon.database.url"),
                before.get("symbolon.database.user"),
                before.get("symbolon.database.password"));
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  private static Map<String, SessionTokens> clientsOf(SessionManager old) {
    Map<String, SessionTokens> held = new LinkedHashMap<>();
    SITUATIONS.forEach(
        (name, situation) -> {
          held.put(name, situation.apply(login(old, UserId.of("Zoë"))));
          held.put(name + " (number)", situation.apply(login(old, UserId.of(5))));
        });
    return held;
  }

  private static Client login(SessionManager old, UserId user) {
    return new Client(old, old.create(user, PAYLOAD, INFO));
  }

  private void takeOver(Map<String, SessionTokens> held) {
    try (TestNode first = new TestNode(after, () -> now);
        TestNode second = new TestNode(after, () -> now)) {
      // the clients come back on some other day
      now = now.plus(Duration.ofDays(2));
      held.forEach((name, old) -> goOn(name, old, first.manager, second.manager));
      assertThat(first.manager.handles(UserId.of(5))).hasSize(SITUATIONS.size());
      assertThat(first.manager.handles(UserId.of("Zoë"))).hasSize(SITUATIONS.size());
      assertThat(Stream.concat(first.events.stream(), second.events.stream()))
          .noneMatch(SessionEvent.TheftDetected.class::isInstance);
    }
  }

  private void goOn(String name, SessionTokens old, SessionManager first, SessionManager second) {
    String refreshToken = old.refreshToken().value();
    assertThatThrownBy(() -> verify(first, old))
        .as(name)
        .isInstanceOf(TryRefreshTokenException.class);
    // answers of the new server get lost as well
    first.refresh(refreshToken);
    now = now.plus(Duration.ofHours(3));
    SessionTokens ours = second.refresh(refreshToken);
    assertThat(ours.session().handle()).as(name).isEqualTo(old.session().handle());
    assertThat(ours.session().userId()).as(name).isEqualTo(old.session().userId());
    assertThat(ours.session().payload()).as(name).isEqualTo(PAYLOAD);
    assertThat(first.info(ours.session().handle())).as(name).isEqualTo(INFO);
    verify(first, ours);
    verify(
        second, first.refresh(second.refresh(ours.refreshToken().value()).refreshToken().value()));
  }

  private static void verify(SessionManager side, SessionTokens tokens) {
    side.verify(tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
  }
}
