package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Asks for secured paths without cookies in thousands of spellings, and looks for what only these
 * say.
 */
final class PathFuzz {
  private static final int SPELLINGS = 5_000;
  private static final List<String> FORMS =
      List.of(
          "GET {context}{path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
          "GET http://{host}{context}{path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
          "GET http://x{context}{path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
          "GET /{context}{path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
          "GET /x/..{context}{path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
          "GET {context};x=y{path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
          "GET {odd}{path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
          "GET {context}/..{context}{path} HTTP/1.1\r\nHost: {host}\r\n\r\n",
          "GET {context}{open} HTTP/1.1\r\nHost: {host}{context}{path}?\r\n\r\n",
          "GET {context}{open} HTTP/1.1\r\nHost: {host}{context}{path}#\r\n\r\n",
          "OPTIONS {context}{path} HTTP/1.1\r\nHost: {host}\r\nOrigin: "
              + OriginTests.ALLOWED
              + "\r\nAccess-Control-Request-Method: GET\r\n\r\n",
          "POST {context}{path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n");

  private final Browser browser;
  private final List<String> secured;
  private final List<String> open;

  PathFuzz(Browser browser, List<String> secured, List<String> open) {
    this.browser = browser;
    this.secured = secured;
    this.open = open;
  }

  /** Lists what got through: none may. */
  void run(long seed) {
    goalsAreThere();
    Map<String, Integer> statuses = new TreeMap<>();
    List<String> leaks = new ArrayList<>();
    Set<String> requests = requests(seed);
    long start = System.nanoTime();
    try (RawConnection connection = new RawConnection(browser.base())) {
      for (String request : requests) {
        String answer = connection.ask(request);
        String status = answer.length() < 12 ? "none" : answer.substring(9, 12);
        statuses.merge(status, 1, Integer::sum);
        if (answer.contains(FuzzTargets.SECRET)) {
          leaks.add(request.lines().limit(2).reduce((a, b) -> a + " " + b).orElse(""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.printf(
        "%s: seed %d, %d spellings in %d ms, %d got through; statuses %s%n",
        browser.base(),
        seed,
        requests.size(),
        (System.nanoTime() - start) / 1_000_000,
        leaks.size(),
        statuses);
    assertThat(requests).hasSize(SPELLINGS);
    assertThat(leaks).as("seed %d", seed).isEmpty();
    goalsAreThere();
  }

  /** Otherwise nothing could get through in any case. */
  private void goalsAreThere() {
    Browser user = browser.loggedIn("alice");
    for (String path : secured) {
      assertAnswer(user.get(path.substring(1))).saysOk(FuzzTargets.SECRET);
    }
  }

  private Set<String> requests(long seed) {
    Random random = new Random(seed);
    PathSpellings spellings = new PathSpellings(seed, secured, open);
    URI base = browser.base();
    String context = base.getPath().replaceFirst("/$", "");
    Set<String> requests = new LinkedHashSet<>();
    while (requests.size() < SPELLINGS) {
      String form = random.nextInt(3) == 0 ? FORMS.get(random.nextInt(FORMS.size())) : FORMS.get(0);
      requests.add(
          form.replace("{context}", context)
              .replace(
                  "{odd}", "/%" + Integer.toHexString(context.charAt(1)) + context.substring(2))
              .replace("{path}", spellings.next())
              .replace("{open}", open.get(random.nextInt(open.size())))
              .replace("{host}", base.getAuthority()));
    }
    return requests;
  }
}
