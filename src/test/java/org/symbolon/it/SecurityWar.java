package org.symbolon.it;

import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Everything that Jakarta Security guards: servlets, a Faces page, beans, sockets, resources. */
final class SecurityWar {
  private SecurityWar() {}

  static WebArchive build() {
    return LibraryWar.named("safe.war")
        .with(LoginResource.class, SessionResource.class, SecuredPlaces.class)
        .with(WhoServlet.class, CallerServlet.class, GuardedServlet.class)
        .with(RoleBean.class, RoleBeanResource.class, LedgerBean.class, NotesBean.class)
        .with(FuzzTargets.class, ApiApplication.class)
        .with(EchoSocket.class, GuardedSocket.class, EventCounter.class)
        .config("symbolon.refresh-token.path", "/safe/api/session/refresh")
        .config("symbolon.http.login-page", "/safe/login.xhtml?to={target}")
        .config("symbolon.http.allowed-origins", OriginTests.ALLOWED)
        .config("symbolon.security.mechanism", "true")
        .config("symbolon.secured-paths", "/covered/*, /single/secret.xhtml, /start/index.xhtml")
        .file("WEB-INF/web.xml", "security/web.xml")
        .file("WEB-INF/faces-config.xml", "security/faces-config.xml")
        .file("login.xhtml", "security/login.xhtml")
        .file("pages/notes.xhtml", "security/notes.xhtml")
        .file("resources/css/style.css", "security/style.css")
        .text("covered/secret.xhtml", page())
        .text("single/secret.xhtml", page())
        .text("start/index.xhtml", page())
        .text("covered/report.txt", "the report")
        .forEveryServer()
        .build();
  }

  private static String page() {
    return "<!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><body>"
        + FuzzTargets.SECRET
        + "</body></html>";
  }
}
