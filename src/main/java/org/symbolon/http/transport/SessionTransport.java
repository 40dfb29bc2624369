package org.symbolon.http.transport;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;

/**
 * How tokens travel between one generation of clients and us. What differs from one generation to
 * the next is behind these three verbs; {@link Transports} chooses.
 */
public interface SessionTransport {

  /** What the request brought along. */
  PresentedTokens read(ContainerRequestContext request);

  /**
   * Writes new tokens, or takes them away. Replaces what these headers said of them before.
   *
   * @param headers of the answer
   */
  void write(
      StagedTokens staged, ContainerRequestContext request, MultivaluedMap<String, Object> headers);

  /**
   * Tells the client of a refusal in its own words, and stages that it loses its tokens if it does.
   *
   * @param response as everybody else would get it
   */
  void refuse(Refusal refusal, ContainerRequestContext request, ContainerResponseContext response);

  /** What a page has to send along when it refreshes. */
  default Map<String, String> refreshHeaders() {
    return Map.of();
  }
}
