package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** What the protocol allows an answer to do with the client's tokens: four things. */
final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {
  static final String ACCESS = "sAccessToken";
  static final String REFRESH = "sRefreshToken";
  static final String ID_REFRESH = "sIdRefreshToken";
  static final String[] ALL = {ACCESS, REFRESH, ID_REFRESH};

  private AnswerAssert(Answer answer) {
    super(answer, AnswerAssert.class);
  }

  static AnswerAssert assertAnswer(Answer answer) {
    return new AnswerAssert(answer);
  }

  AnswerAssert hasStatus(int status) {
    assertThat(actual.status()).as(actual.toString()).isEqualTo(status);
    return this;
  }

  AnswerAssert saysOk(String body) {
    hasStatus(200);
    assertThat(actual.body()).isEqualTo(body);
    return this;
  }

  /** No word about tokens. */
  AnswerAssert leavesTokensAlone() {
    assertThat(ours()).as(actual.toString()).isEmpty();
    for (String header :
        List.of("id-refresh-token", "anti-csrf", "Access-Control-Expose-Headers")) {
      assertThat(Server.current().standing(actual, header)).as(header).isEmpty();
    }
    return this;
  }

  /** The three cookies and three headers of a login or refresh, each once. */
  AnswerAssert issuesTokens() {
    assertThat(ours()).as(actual.toString()).containsExactlyInAnyOrder(ALL);
    assertThat(actual.cookies()).noneMatch(SetCookie::isRemoval);
    assertThat(actual.header("id-refresh-token"))
        .isEqualTo(
            actual.cookie(ID_REFRESH).value()
                + ";"
                + actual.header("id-refresh-token").replaceAll(".*;", ""))
        .matches("[A-Za-z0-9_-]{16,};[0-9]{13}");
    assertThat(actual.header("anti-csrf")).matches("[A-Za-z0-9_-]{16,}");
    assertThat(actual.header("front-token")).isNotEqualTo("remove");
    return exposes("id-refresh-token", "anti-csrf", "front-token").isNotStored();
  }

  /** The first use after a refresh, and a changed payload: one cookie, one header. */
  AnswerAssert renewsOnlyTheAccessToken() {
    assertThat(ours()).as(actual.toString()).containsExactly(ACCESS);
    assertThat(actual.cookie(ACCESS).value()).isNotEmpty();
    assertThat(actual.headers("id-refresh-token")).isEmpty();
    assertThat(actual.headers("anti-csrf")).isEmpty();
    assertThat(actual.header("front-token")).isNotEqualTo("remove");
    return exposes("front-token").isNotStored();
  }

  /** All three cookies taken away, and {@code id-refresh-token: remove}, nothing else. */
  AnswerAssert clearsTokens() {
    assertThat(ours()).as(actual.toString()).containsExactlyInAnyOrder(ALL);
    assertThat(actual.cookies()).filteredOn(c -> isOurs(c.name())).allMatch(SetCookie::isRemoval);
    assertThat(actual.header("id-refresh-token")).isEqualTo("remove");
    assertThat(Server.current().standing(actual, "anti-csrf")).isEmpty();
    assertThat(Server.current().standing(actual, "front-token")).isEmpty();
    return exposes("id-refresh-token").isNotStored();
  }

  AnswerAssert exposes(String... names) {
    var exposed = assertThat(actual.header("Access-Control-Expose-Headers").split(", *", -1));
    if (actual.headers("Access-Control-Allow-Origin").isEmpty()) {
      exposed.containsExactlyInAnyOrder(names);
    } else {
      // pages of other origins are told of everything that there may be
      exposed.contains(names);
    }
    return this;
  }

  AnswerAssert isNotStored() {
    assertThat(String.join(", ", actual.headers("Cache-Control"))).contains("no-store");
    return this;
  }

  private List<String> ours() {
    return actual.cookies().stream().map(SetCookie::name).filter(AnswerAssert::isOurs).toList();
  }

  private static boolean isOurs(String name) {
    return List.of(ALL).contains(name);
  }
}
