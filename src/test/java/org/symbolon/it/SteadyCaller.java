package org.symbolon.it;

import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls one service over and over as one user, who has new tokens every second: two refreshes, a
 * new login, and so on. Counts what was sent and what came back.
 */
final class SteadyCaller extends Thread {
  private static final long RENEWAL_NANOS = 1_000_000_000L;
  private final Service service;
  private final URL issuer;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Set<String> keyIds = new ConcurrentSkipListSet<>();
  private volatile boolean over;

  SteadyCaller(Service service, URL issuer) {
    super("caller of " + service);
    this.service = service;
    this.issuer = issuer;
  }

  @Override
  public void run() {
    try {
      Browser user = null;
      long renewed = 0;
      for (int renewals = 0; !over; ) {
        if (user == null || System.nanoTime() - renewed > RENEWAL_NANOS) {
          if (renewals++ % 3 == 0) {
            user = new Browser(issuer).loggedIn("alice", "reader");
          } else {
            AnswerAssert.assertAnswer(user.refresh()).issuesTokens();
          }
          renewed = System.nanoTime();
        }
        call(user.cookie(AnswerAssert.ACCESS));
        sleep(20);
      }
    } catch (Throwable e) {
      failures.add("no more requests after " + e);
    }
  }

  private void call(String token) {
    String keyId = TokenSigner.json(token.split("\\.", -1)[0]).getString("kid");
    requests.incrementAndGet();
    Answer answer = service.get("api/orders", token);
    if (answer.status() == 200) {
      keyIds.add(keyId);
    } else {
      failures.add(keyId + ": " + answer);
    }
  }

  void end() throws InterruptedException {
    over = true;
    join();
  }

  int requests() {
    return requests.get();
  }

  List<String> failures() {
    return failures;
  }

  /** The keys of the tokens that were accepted. */
  Set<String> keyIds() {
    return keyIds;
  }

  @Override
  public String toString() {
    return service
        + ": "
        + requests
        + " requests, "
        + failures.size()
        + " failures, "
        + keyIds.size()
        + " keys";
  }
}
