package org.symbolon.servlet;

import org.symbolon.SessionException;
import org.symbolon.http.Entrance;

/** Whether a request may pass where a session is needed. */
public sealed interface Passage {

  /** It has a session. */
  record Entered(Entrance.Entry entry) implements Passage {}

  /** It has none that counts. */
  record Refused(SessionException cause) implements Passage {}

  /** A page of another origin asks for a WebSocket; its session does not count. */
  record Foreign() implements Passage {}
}
