package org.symbolon.http;

import org.symbolon.SessionException;

/** Is told of each request that is refused. Must not throw. */
@FunctionalInterface
public interface RefusedRequests {

  /** The answer to a request is about to be what this exception becomes. */
  void refused(SessionException failure);
}
