package org.symbolon.it;

import jakarta.websocket.server.ServerEndpoint;

/** The same under a constraint of web.xml. */
@ServerEndpoint("/pages/socket")
public class GuardedSocket extends EchoSocket {}
