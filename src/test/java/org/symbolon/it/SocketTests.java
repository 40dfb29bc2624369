package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes by WebSocket, and from which page. */
interface SocketTests extends Site {

  @ParameterizedTest
  @CsvSource({
    "socket, OWN, alice",
    "socket, '', alice",
    "socket, https://app.example.com, alice",
    "socket, https://evil.example, nobody",
    "socket, null, nobody",
    "pages/socket, OWN, alice",
    "pages/socket, '', alice",
    "pages/socket, https://app.example.com, alice",
    "pages/socket, https://evil.example, 403",
  })
  default void the_page_s_origin_decides_whether_the_session_counts(
      String path, String origin, String answer) {
    Browser user = browser().loggedIn("alice");
    String own = "http://" + user.base().getAuthority();
    assertThat(first(user, path, origin.equals("OWN") ? own : origin)).isEqualTo(answer);
  }

  @Test
  default void without_a_session_an_open_socket_opens_and_a_guarded_one_does_not() {
    assertThat(first(browser(), "socket", "")).isEqualTo("nobody");
    assertThat(first(browser(), "pages/socket", "")).isEqualTo("401");
    Browser user = browser().loggedIn("alice");
    user.forget(AnswerAssert.ACCESS);
    assertThat(first(user, "pages/socket", "")).isEqualTo("440");
  }

  /** The first message, or the status of a handshake that was refused. */
  private static String first(Browser user, String path, String origin) {
    CompletableFuture<String> said = new CompletableFuture<>();
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    String cookies = user.cookieHeader(path);
    if (!cookies.isEmpty()) {
      builder.header("Cookie", cookies);
    }
    if (!origin.isEmpty()) {
      builder.header("Origin", origin);
    }
    URI address = URI.create(user.base().resolve(path).toString().replaceFirst("http", "ws"));
    try {
      WebSocket socket = builder.buildAsync(address, listener(said)).join();
      String text = said.orTimeout(30, TimeUnit.SECONDS).join();
      socket.abort();
      return text;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return "" + refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  private static WebSocket.Listener listener(CompletableFuture<String> said) {
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        said.complete(text.toString());
        return null;
      }

      @Override
      public void onError(WebSocket socket, Throwable error) {
        said.completeExceptionally(error);
      }
    };
  }
}
