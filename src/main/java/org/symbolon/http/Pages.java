package org.symbolon.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.symbolon.config.SessionConfig;
import org.symbolon.http.transport.HttpAnswer;
import org.symbolon.http.transport.Refusal;
import org.symbolon.http.transport.RequestHead;
import org.symbolon.http.transport.SessionTransport;
import org.symbolon.http.transport.Transports;

/** Makes something that a browser can use of a refusal where it asked for a whole page. */
@ApplicationScoped
public class Pages {
  private final SecureRandom random = new SecureRandom();

  @Inject SessionConfig config;
  @Inject Transports transports;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public Pages() {}

  /** What is answered instead of {@code before}; {@code null} if that stays. */
  @Nullable HttpAnswer instead(Refusal refusal, RequestHead request, HttpAnswer before) {
    if (!isPage(request)) {
      return null;
    }
    return refusal == Refusal.TRY_REFRESH ? refresh(request, before) : login(request, before);
  }

  private static boolean isPage(RequestHead request) {
    return PageRequest.is(
        request.method(), request.header("Accept"), request.header("Sec-Fetch-Mode"));
  }

  private @Nullable HttpAnswer login(RequestHead request, HttpAnswer before) {
    String address = config.http().loginPage();
    return address == null
        ? null
        : new LoginPage(address)
            .instead(request.rawPath(), request.rawQuery())
            .map(before::seeOther)
            .orElse(null);
  }

  private HttpAnswer refresh(RequestHead request, HttpAnswer before) {
    SessionTransport transport = transports.of(request);
    RefreshPage page =
        RefreshPage.of(
            config, transport.read(request).markers(), transport.refreshHeaders(), random);
    return before
        .withPage(page.html())
        .with("Content-Security-Policy", page.policy())
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "same-origin");
  }
}
