package org.symbolon.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import org.symbolon.http.transport.HttpAnswer;

/** Answers as JAX-RS sends them. */
final class Answers {
  private Answers() {}

  static Response response(HttpAnswer answer) {
    Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
    answer.headers().forEach(response::header);
    return response.build();
  }

  static Response text(int status, String text) {
    return response(HttpAnswer.text(status, text));
  }

  /** Puts an answer in the place of another one, whose other headers stay. */
  static void replace(ContainerResponseContext response, HttpAnswer answer) {
    response.setStatus(answer.status());
    String type = answer.headers().get(HttpAnswer.CONTENT_TYPE);
    if (answer.body() == null || type == null) {
      response.setEntity(null);
    } else {
      response.setEntity(answer.body(), new Annotation[0], MediaType.valueOf(type));
    }
    answer.headers().entrySet().stream()
        .filter(header -> !header.getKey().equals(HttpAnswer.CONTENT_TYPE))
        .forEach(header -> response.getHeaders().putSingle(header.getKey(), header.getValue()));
  }
}
