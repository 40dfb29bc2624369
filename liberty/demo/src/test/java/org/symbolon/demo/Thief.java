package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;

/** Somebody with a copy of a browser's refresh token, who comes too late. */
final class Thief {
  /** Until a refresh with a used token is none of a lost answer or of another tab any more. */
  private static final long LATE_NANOS = 1_500_000_000L;

  private final String handle;
  private final Map<String, String> headers;
  private final long used;

  private Thief(String handle, Map<String, String> headers, long used) {
    this.handle = handle;
    this.headers = headers;
    this.used = used;
  }

  /** Copies the token; then its owner uses it. */
  static Thief of(Visitor visitor) {
    String handle = visitor.handle();
    Map<String, String> headers = visitor.user().refreshHeaders(visitor.sdk());
    assertThat(visitor.tab().refresh()).isTrue();
    assertThat(visitor.handle()).isEqualTo(handle);
    return new Thief(handle, headers, System.nanoTime());
  }

  /** The answer, as the table says it, once the theft is announced and the session is over. */
  HttpResponse<String> refresh(Visitor visitor) {
    visitor.tab().page.waitForCondition(() -> System.nanoTime() - used > LATE_NANOS);
    HttpResponse<String> answer = visitor.user().fromOutside(headers);
    visitor.awaitEvent("TheftDetected", handle);
    visitor.awaitEvent("Revoked", handle);
    return answer;
  }
}
