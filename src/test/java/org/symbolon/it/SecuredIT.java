package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SecuredIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return LibraryWar.named("secured.war")
        .with(GreetingResource.class)
        .config("symbolon.it.greeting", "hello")
        .build();
  }

  private final HttpClient client = HttpClient.newHttpClient();

  @ArquillianResource URL base;

  @Test
  void an_open_method_answers() throws Exception {
    HttpResponse<String> response = get("api/greeting");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("hello");
  }

  @Test
  void a_secured_method_refuses_a_stranger() throws Exception {
    assertThat(get("api/greeting/secured").statusCode()).isEqualTo(401);
  }

  @Test
  void a_secured_method_answers_a_user() throws Exception {
    HttpResponse<String> response = get("api/greeting/secured", "X-Symbolon-Skeleton", "alice");
    assertThat(response.statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
