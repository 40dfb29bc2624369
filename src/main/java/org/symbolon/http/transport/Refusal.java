package org.symbolon.http.transport;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionException;
import org.symbolon.TokenTheftDetectedException;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UnauthorisedException;

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
    return failure instanceof UnauthorisedException
            || failure instanceof TokenTheftDetectedException
        ? UNAUTHORISED
        : null;
  }

  /** What the answer's mark says; its text is of no use to anybody. */
  private record Mark(SessionException failure) {
    @Override
    public String toString() {
      return "";
    }
  }

  /** The answer with a mark, if {@code failure} is a refusal. */
  public static Response mark(Response answer, SessionException failure) {
    return of(failure) == null
        ? answer
        : Response.fromResponse(answer).header(MARK, new Mark(failure)).build();
  }

  /** The failure that an answer was marked with, or {@code null}. */
  public static @Nullable SessionException marked(MultivaluedMap<String, Object> headers) {
    return headers.getFirst(MARK) instanceof Mark mark ? mark.failure() : null;
  }

  /** Takes the mark off an answer. */
  public static void unmark(MultivaluedMap<String, Object> headers) {
    headers.remove(MARK);
  }
}
