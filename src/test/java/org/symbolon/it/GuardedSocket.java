package org.symbolon.it;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** The same under a constraint of web.xml. */
@ServerEndpoint("/pages/socket")
public class GuardedSocket {

  @OnOpen
  public void open(Session socket) throws IOException {
    new EchoSocket().open(socket);
  }
}
