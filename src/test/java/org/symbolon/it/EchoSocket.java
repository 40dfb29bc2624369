package org.symbolon.it;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** An open socket, which says who has come. */
@ServerEndpoint("/socket")
public class EchoSocket {

  @OnOpen
  public void open(Session socket) throws IOException {
    var user = socket.getUserPrincipal();
    socket.getBasicRemote().sendText(user == null ? "nobody" : user.getName());
  }
}
