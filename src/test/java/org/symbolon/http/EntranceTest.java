package org.symbolon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionEvent;
import org.symbolon.SessionForbiddenException;
import org.symbolon.SessionTokens;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;
import org.symbolon.UserId;
import org.symbolon.http.transport.FakeRequest;
import org.symbolon.http.transport.PresentedTokens;
import org.symbolon.http.transport.StagedTokens;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestNode;

class EntranceTest {
  private final SettableClock clock = new SettableClock();
  private final TestNode node =
      new TestNode(
          Map.of(
              "symbolon.database.url", "jdbc:h2:mem:entrance;DB_CLOSE_DELAY=-1",
              "symbolon.database.timeout", "PT1M"),
          clock);
  private final FakeRequest request = FakeRequest.to("/x");
  private final Entrance entrance = new Entrance(node.manager);
  private SessionTokens tokens;

  @BeforeEach
  void refreshed() {
    SessionTokens login = node.manager.create(UserId.of("alice"), null, null);
    tokens = node.manager.refresh(List.of(login.refreshToken().value()));
    node.events.clear();
    node.statements.clear();
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void the_first_use_of_new_tokens_is_one_however_many_ask() {
    Entrance.Entry first = entrance.enter(request, presented(tokens), AntiCsrfCheck.skip());
    StagedTokens staged = StagedTokens.of(request);
    Entrance.Entry second = entrance.enter(request, presented(tokens), AntiCsrfCheck.skip());
    assertThat(second).isSameAs(first);
    assertThat(first.token()).isNotEqualTo(first.presented());
    assertThat(StagedTokens.of(request)).isNotNull().isSameAs(staged);
    assertThat(node.events).hasOnlyElementsOfType(SessionEvent.Promoted.class).hasSize(1);
    assertThat(node.statements).hasSize(1);
  }

  @Test
  void a_stricter_check_is_made_and_costs_no_second_use() {
    entrance.enter(request, presented(tokens), AntiCsrfCheck.skip());
    StagedTokens staged = StagedTokens.of(request);
    assertThatThrownBy(
            () -> entrance.enter(request, presented(tokens), AntiCsrfCheck.require("wrong")))
        .isInstanceOf(TryRefreshTokenException.class);
    AntiCsrfCheck right = AntiCsrfCheck.require(tokens.antiCsrfToken());
    assertThat(entrance.enter(request, presented(tokens), right).check()).isEqualTo(right);
    assertThat(StagedTokens.of(request)).isSameAs(staged);
    assertThat(node.statements).hasSize(1);
  }

  @Test
  void what_was_noted_counts_for_the_tokens_of_the_request_only() {
    entrance.enter(request, presented(tokens), AntiCsrfCheck.skip());
    PresentedTokens others =
        new PresentedTokens(true, List.of("a.b.c"), List.of(), List.of(), AntiCsrfCheck.skip());
    assertThatThrownBy(() -> entrance.enter(request, others, AntiCsrfCheck.skip()))
        .isInstanceOf(TryRefreshTokenException.class);
    assertThatThrownBy(() -> entrance.enter(request, PresentedTokens.NONE, AntiCsrfCheck.skip()))
        .isInstanceOf(UnauthorisedException.class);
  }

  @Test
  void any_valid_one_of_several_cookies_will_do() {
    PresentedTokens several =
        new PresentedTokens(
            true,
            List.of("a.b.c", tokens.accessToken().value()),
            List.of(),
            List.of(),
            AntiCsrfCheck.skip());
    assertThat(entrance.enter(request, several, AntiCsrfCheck.skip()).session().userId())
        .isEqualTo(UserId.of("alice"));
  }

  @Test
  void of_valid_tokens_of_several_users_none_will_do() {
    String alice = tokens.accessToken().value();
    String mallory = node.manager.create(UserId.of("mallory"), null, null).accessToken().value();
    for (List<String> both : List.of(List.of(alice, mallory), List.of(mallory, "a.b.c", alice))) {
      PresentedTokens several =
          new PresentedTokens(true, both, List.of(), List.of(), AntiCsrfCheck.skip());
      assertThatThrownBy(() -> entrance.enter(request, several, AntiCsrfCheck.skip()))
          .isInstanceOf(SessionForbiddenException.class);
      assertThat(Entrance.known(request)).isNull();
    }
    AntiCsrfCheck alices = AntiCsrfCheck.require(tokens.antiCsrfToken());
    PresentedTokens several =
        new PresentedTokens(true, List.of(mallory, alice), List.of(), List.of(), alices);
    assertThatThrownBy(() -> entrance.enter(request, several, alices))
        .isInstanceOf(SessionForbiddenException.class);
  }

  /** An expired one is refreshed where its refresh token is; nobody goes on as the other user. */
  @Test
  void an_expired_token_of_a_living_session_of_another_user_counts_as_well() {
    String alice = tokens.accessToken().value();
    clock.advance(Duration.ofHours(2));
    SessionTokens other = node.manager.create(UserId.of("mallory"), null, null);
    String mallory = other.accessToken().value();
    for (List<String> both : List.of(List.of(alice, mallory), List.of(mallory, alice))) {
      PresentedTokens several =
          new PresentedTokens(true, both, List.of(), List.of(), AntiCsrfCheck.skip());
      assertThatThrownBy(() -> entrance.enter(request, several, AntiCsrfCheck.skip()))
          .isInstanceOf(SessionForbiddenException.class);
    }
    node.manager.revoke(tokens.session());
    PresentedTokens several =
        new PresentedTokens(
            true, List.of(alice, mallory), List.of(), List.of(), AntiCsrfCheck.skip());
    assertThat(entrance.enter(request, several, AntiCsrfCheck.skip()).session())
        .isEqualTo(other.session());
  }

  @Test
  void where_not_all_tokens_were_read_nobody_is_let_in() {
    List<String> one = List.of(tokens.accessToken().value());
    for (AntiCsrfCheck check :
        List.of(AntiCsrfCheck.skip(), AntiCsrfCheck.require(tokens.antiCsrfToken()))) {
      PresentedTokens cut = new PresentedTokens(true, one, List.of(), List.of(), check, one, true);
      assertThatThrownBy(() -> entrance.enter(request, cut, check))
          .isInstanceOf(SessionForbiddenException.class);
    }
    assertThat(node.statements).isEmpty();
  }

  private static PresentedTokens presented(SessionTokens tokens) {
    return new PresentedTokens(
        true, List.of(tokens.accessToken().value()), List.of(), List.of(), AntiCsrfCheck.skip());
  }
}
