package org.symbolon.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.symbolon.CurrentSession;
import org.symbolon.Secured;

/** A whole page for users: the library sends others to the login page, and refreshes by itself. */
@Path("/page")
@RequestScoped
public class PageResource {
  @Inject CurrentSession current;

  @GET
  @Secured
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  public String page() {
    return """
        <!doctype html>
        <html lang="en">
        <title>A page for users</title>
        <h1>Hello, %s</h1>
        <p><a href="/">Back to the demo</a></p>
        </html>
        """
        .formatted(escaped(current.get().userId().toString()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
