package org.symbolon.it;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.io.InputStream;

/** One of each kind of resource that a path can lead to; only secured ones say {@link #SECRET}. */
public final class FuzzTargets {
  static final String SECRET = "SECRET";

  private FuzzTargets() {}

  /** A second application beside {@code /api}, of whose paths only some are secured. */
  @ApplicationPath("/rest")
  public static class Rest extends Application {}

  @Path("/admin")
  public static class Admin {
    @GET
    public String root() {
      return SECRET;
    }

    @GET
    @Path("literal")
    public String literal() {
      return SECRET;
    }

    @GET
    @Path("{a}/{b}")
    public String two() {
      return SECRET;
    }

    @GET
    @Path("{rest:.*}")
    public String any() {
      return SECRET;
    }

    @GET
    @Path("public{rest:(/.*)?}")
    public String open() {
      return "open";
    }
  }

  @Path("/vault/{id}")
  public static class OneParameter {
    @GET
    public String get() {
      return SECRET;
    }
  }

  @Path("/pair/{a}/{b}")
  public static class TwoParameters {
    @GET
    public String get() {
      return SECRET;
    }
  }

  @Path("/deep/{a}/x/{rest:.+}")
  public static class LiteralBetween {
    @GET
    public String get() {
      return SECRET;
    }
  }

  @Path("/open/{rest:.*}")
  public static class Open {
    @GET
    public String get() {
      return "open";
    }
  }

  @WebServlet({"/box/*", "/lid"})
  public static class Servlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(SECRET);
    }
  }

  @WebServlet("*.box")
  public static class SuffixServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String path = request.getServletPath();
      boolean secured = path.startsWith("/files/") && !path.startsWith("/files/public/");
      response.getWriter().write(secured ? SECRET : "open");
    }
  }

  /** Serves the application's own files below its mapping, as many do. */
  @WebServlet("/download/*")
  public static class Download extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try (InputStream in = getServletContext().getResourceAsStream(request.getPathInfo())) {
        if (in == null) {
          response.sendError(404);
        } else {
          in.transferTo(response.getOutputStream());
        }
      }
    }
  }
}
