package org.symbolon.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.symbolon.config.HttpConfig;
import org.symbolon.config.SessionConfig;
import org.symbolon.http.transport.RequestHead;

/** The paths that must answer those who have no session: the library's own, and the login page. */
@ApplicationScoped
public class OwnPaths {
  @Inject SessionConfig config;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public OwnPaths() {}

  /** Whether the request is for one of them. */
  public boolean has(RequestHead request) {
    HttpConfig http = config.http();
    String path = request.path();
    String login = http.loginPage();
    return path.equals(config.refreshToken().path())
        || path.equals(http.signOutPath())
        || path.equals(http.jwksPath())
        || path.equals(http.metadataPath())
        || (login != null && new LoginPage(login).is(request.rawPath()));
  }
}
