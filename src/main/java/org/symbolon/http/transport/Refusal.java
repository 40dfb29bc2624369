package org.symbolon.http.transport;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionException;
import org.symbolon.SessionRejectedException;
import org.symbolon.SessionStoreException;
import org.symbolon.TryRefreshTokenException;

/**
 * A refusal that the response filters have to complete. An exception mapper does not know the
 * request, as it may run on a thread without the request's scope: it marks its answer, by a header
 * that never leaves the server.
 */
public enum Refusal {
  /** The client's tokens are of no more use: unauthorised, and theft. */
  UNAUTHORISED,
  /** The client has to refresh. */
  TRY_REFRESH;

  private static final String MARK = "symbolon-refusal";

  /** The kind of refusal that {@code failure} is, or {@code null} if it is none. */
  public static @Nullable Refusal of(SessionException failure) {
    if (failure instanceof TryRefreshTokenException) {
      return TRY_REFRESH;
    }
    return failure instanceof SessionRejectedException || failure instanceof SessionStoreException
        ? null
        : UNAUTHORISED;
  }

  /** The answer with this mark. */
  public Response mark(Response answer) {
    return Response.fromResponse(answer).header(MARK, this).build();
  }

  /** How an answer was marked, or {@code null}. */
  public static @Nullable Refusal of(MultivaluedMap<String, Object> headers) {
    return headers.getFirst(MARK) instanceof Refusal refusal ? refusal : null;
  }

  /** Takes the mark off an answer. */
  public static void unmark(MultivaluedMap<String, Object> headers) {
    headers.remove(MARK);
  }
}
