package org.symbolon.demo;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Status 400 with a text that says why. */
final class Refusal {
  private Refusal() {}

  static BadRequestException because(String reason) {
    return new BadRequestException(
        Response.status(Response.Status.BAD_REQUEST)
            .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
            .entity(reason)
            .build());
  }
}
