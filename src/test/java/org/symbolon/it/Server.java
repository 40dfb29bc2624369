package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.util.List;
import java.util.Locale;

/**
 * The server that the tests run on, by the name of its profile in the build; and all in which one
 * may differ from the others. docs/servers.md says the same to users.
 */
enum Server {
  LIBERTY,
  LIBERTY_EE11,
  PAYARA,
  PAYARA_MICRO,
  WILDFLY;

  static Server current() {
    String name = System.getProperty("arquillian.launch", "liberty");
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  String profile() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether the server answers 500 itself, without response filters, when a thread of the
   * application's own ends the request by an exception for which there is no mapper: Open Liberty
   * with MicroProfile Metrics, which the profiles have and the bare server has not.
   */
  boolean takesOver(String path) {
    boolean hasMetrics = System.getProperty("arquillian.launch") != null;
    return (this == LIBERTY || this == LIBERTY_EE11)
        && hasMetrics
        && (path.contains("stage/") || path.contains("suspended/"));
  }

  /** 500, and what was staged is sent with it, if response filters run. */
  void assertUnmappedException(Answer answer, String path) {
    assertAnswer(answer).hasStatus(500);
    if (!filtersUnmappedExceptions(path)) {
      assertAnswer(answer).leavesTokensAlone();
    } else {
      assertAnswer(answer).issuesTokens();
    }
  }

  /** Whether response filters see the answer to an exception that nothing maps. */
  boolean filtersUnmappedExceptions(String path) {
    return !hasJersey() && !takesOver(path);
  }

  /** A path, as the library writes it; Payara puts scheme, host and port before it. */
  void assertLocation(Answer answer, String path) {
    String origin = hasJersey() ? answer.response().uri().resolve("/").toString() : "/";
    assertThat(answer.header("Location")).isEqualTo(origin + path.substring(1));
  }

  /** The header's values; on Payara an empty one is one that a servlet has taken away again. */
  List<String> standing(Answer answer, String header) {
    return answer.headers(header).stream()
        .filter(value -> !(hasJersey() && value.isEmpty()))
        .toList();
  }

  /** How long a request's headers may be together, and more than any browser sends. */
  int mostHeaderCharacters() {
    return hasJersey() ? 4_200 : 110_000;
  }

  private boolean hasJersey() {
    return this == PAYARA || this == PAYARA_MICRO;
  }
}
