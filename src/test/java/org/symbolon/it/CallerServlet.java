package org.symbolon.it;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** An open servlet that calls what is not open. */
@WebServlet({"/caller", "/caller/bean", "/caller/ledger", "/caller/logout"})
public class CallerServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Inject transient SecurityContext security;
  @Inject transient RoleBean bean;
  @Inject transient LedgerBean ledger;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String answer =
        switch (request.getServletPath()) {
          case "/caller/bean" -> bean.forAdmins();
          case "/caller/ledger" -> ledger.balance();
          case "/caller/logout" -> {
            request.logout();
            yield "bye " + request.getUserPrincipal();
          }
          default -> caller();
        };
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(answer);
  }

  private String caller() {
    Principal caller = security.getCallerPrincipal();
    // on WildFly a caller without an identity has this name
    return caller == null || caller.getName().equals("anonymous")
        ? "nobody"
        : caller.getName()
            + " token="
            + !security.getPrincipalsByType(JsonWebToken.class).isEmpty()
            + " admin="
            + security.isCallerInRole("admin");
  }
}
