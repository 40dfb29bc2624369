package org.symbolon.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.symbolon.config.HttpConfig;
import org.symbolon.config.SessionConfig;

/** The paths that must answer those who have no session: the library's own, and the login page. */
@ApplicationScoped
public class OwnPaths {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject SessionConfig config;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public OwnPaths() {}

  /** Whether the request is one that JAX-RS lets us answer, as everybody reads its path. */
  public boolean answer(String method, PathReadings path) {
    HttpConfig http = config.http();
    if (method.equals("POST")) {
      return path.areAll(config.refreshToken().path()) || path.areAll(http.signOutPath());
    }
    return READING.contains(method)
        && (path.areAll(http.jwksPath()) || path.areAll(http.metadataPath()));
  }

  /** Whether the path is the login page's, which the application answers, to any method. */
  public boolean isLoginPage(PathReadings path) {
    String login = config.http().loginPage();
    return login != null && path.areSpelt(new LoginPage(login).path());
  }
}
