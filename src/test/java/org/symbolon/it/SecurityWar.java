package org.symbolon.it;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Everything that Jakarta Security guards: servlets, a Faces page, beans, sockets, resources. */
final class SecurityWar {
  private SecurityWar() {}

  static WebArchive build() {
    return LibraryWar.named("safe.war")
        .with(LoginResource.class, SessionResource.class, SecuredPlaces.class)
        .with(WhoServlet.class, CallerServlet.class, GuardedServlet.class)
        .with(RoleBean.class, RoleBeanResource.class, LedgerBean.class, NotesBean.class)
        .with(EchoSocket.class, GuardedSocket.class, EventCounter.class)
        .config("symbolon.refresh-token.path", "/safe/api/session/refresh")
        .config("symbolon.http.login-page", "/safe/login.xhtml?to={target}")
        .config("symbolon.http.allowed-origins", OriginTests.ALLOWED)
        .config("symbolon.security.mechanism", "true")
        .config("symbolon.secured-paths", "/covered/*")
        .build()
        .addAsWebInfResource("security/web.xml", "web.xml")
        .addAsWebInfResource("security/faces-config.xml", "faces-config.xml")
        .addAsWebResource("security/login.xhtml", "login.xhtml")
        .addAsWebResource("security/notes.xhtml", "pages/notes.xhtml")
        .addAsWebResource("security/style.css", "resources/css/style.css")
        .addAsWebResource(new StringAsset("the report"), "covered/report.txt");
  }
}
