package org.symbolon.http.transport;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How tokens travel between one generation of clients and us. What differs from one generation to
 * the next is behind these three verbs; {@link Transports} chooses.
 */
public interface SessionTransport {

  /** What the request brought along. */
  PresentedTokens read(RequestHead request);

  /**
   * Writes new tokens, or takes them away. Replaces what these headers said of them before.
   *
   * @param headers of the answer
   */
  void write(StagedTokens staged, RequestHead request, MultivaluedMap<String, Object> headers);

  /** How this client is told of a refusal: {@code null} as everybody is. */
  @Nullable HttpAnswer refuse(Refusal refusal);

  /** Whether the request presented tokens that this client could lose with the answer. */
  boolean holdsTokens(RequestHead request);

  /** What a page has to send along when it refreshes. */
  default Map<String, String> refreshHeaders() {
    return Map.of();
  }
}
