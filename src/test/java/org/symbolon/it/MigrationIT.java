package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What docs/migration.md says of the day on which both kinds of session exist. */
@ExtendWith(ArquillianExtension.class)
class MigrationIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("moving.war")
        .with(LoginResource.class, OldLoginResource.class, ExchangeResource.class)
        .config("symbolon.refresh-token.path", "/moving/api/session/refresh")
        .config("symbolon.http.login-page", "/moving/api/exchange?then={target}")
        .config("symbolon.cookie.secure", "false")
        .build();
  }

  @ArquillianResource URL base;

  private final CookieManager jar = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(jar).build();

  @Test
  void an_old_session_becomes_a_new_one_and_the_page_asked_for_opens() throws Exception {
    send(request("api/old-login?user=alice").POST(BodyPublishers.noBody()));
    HttpResponse<String> guest = page("api/login?a=1&b=%2F");
    assertThat(guest.statusCode()).isEqualTo(303);
    HttpResponse<String> exchanged = follow(guest);
    assertThat(exchanged.statusCode()).isEqualTo(303);
    HttpResponse<String> opened = follow(exchanged);
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).isEqualTo("alice");
    assertThat(opened.uri()).isEqualTo(URI.create(base + "api/login?a=1&b=%2F"));

    jar.getCookieStore().get(URI.create(base.toString())).stream()
        .filter(cookie -> !cookie.getName().equals("JSESSIONID"))
        .forEach(cookie -> jar.getCookieStore().remove(null, cookie));
    assertThat(follow(page("api/login")).headers().firstValue("Location").orElseThrow())
        .as("the old session is over")
        .endsWith("/login");
  }

  @Test
  void who_has_no_session_at_all_comes_to_the_login() throws Exception {
    HttpResponse<String> answer = follow(page("api/login"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void the_exchange_redirects_to_no_other_host() throws Exception {
    send(request("api/old-login?user=alice").POST(BodyPublishers.noBody()));
    HttpResponse<String> answer = page("api/exchange?then=//evil.example/");
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .doesNotContain("evil.example");
  }

  @Test
  void the_class_in_the_document_is_the_one_that_is_tested() throws Exception {
    String document = Files.readString(Path.of("docs/migration.md"));
    String tested =
        Files.readString(Path.of("src/test/java/org/symbolon/it/ExchangeResource.java"));
    assertThat(document).contains(tested.substring(tested.indexOf("@Path")));
  }

  private HttpResponse<String> page(String path) throws Exception {
    return send(request(path).header("Accept", "text/html,*/*;q=0.8"));
  }

  private HttpResponse<String> follow(HttpResponse<String> redirect) throws Exception {
    URI target = redirect.uri().resolve(redirect.headers().firstValue("Location").orElseThrow());
    return send(HttpRequest.newBuilder(target).header("Accept", "text/html"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
