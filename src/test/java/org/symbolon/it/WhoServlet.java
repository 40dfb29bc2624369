package org.symbolon.it;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.symbolon.CurrentSession;
import org.symbolon.UserId;

/** Says whom the request, the container and the library take the caller for. */
@WebServlet({"/who/*", "/open/who", "/guarded/who"})
public class WhoServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Inject transient CurrentSession session;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String theme = request.getParameter("theme");
    if (theme != null) {
      response.addCookie(new Cookie("theme", theme));
      response.addHeader("Set-Cookie", "language=" + theme);
    }
    String user = request.getParameter("login");
    if (user != null) {
      session.create(UserId.of(user), LoginResource.payload("user"), null);
    }
    if (request.getParameter("logout") != null) {
      session.revoke();
    }
    Principal principal = request.getUserPrincipal();
    String answer =
        "principal=%s remote=%s admin=%s token=%s session=%s"
            .formatted(
                principal == null ? "none" : principal.getName(),
                request.getRemoteUser() == null ? "none" : request.getRemoteUser(),
                request.isUserInRole("admin"),
                principal instanceof JsonWebToken,
                session.find().map(it -> it.userId().toString()).orElse("none"));
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(answer);
  }
}
