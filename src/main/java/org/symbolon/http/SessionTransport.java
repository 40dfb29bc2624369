package org.symbolon.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;

/** How tokens travel between a client and us. */
interface SessionTransport {

  /** What the request brought along. */
  PresentedTokens read(ContainerRequestContext request);

  /**
   * Writes new tokens, or takes them away. Replaces what these headers said of them before.
   *
   * @param headers of the answer
   */
  void write(StagedTokens staged, MultivaluedMap<String, Object> headers);
}
