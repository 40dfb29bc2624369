package org.symbolon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** An address at which nobody should call, and which counts those who do. */
public final class SilentDoor implements AutoCloseable {
  private final ServerSocket door;
  private final AtomicInteger calls = new AtomicInteger();

  public SilentDoor() {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::count, "silent-door");
    thread.setDaemon(true);
    thread.start();
  }

  public String address() {
    return "http://localhost:" + door.getLocalPort();
  }

  public int calls() {
    return calls.get();
  }

  private void count() {
    try {
      while (true) {
        door.accept().close();
        calls.incrementAndGet();
      }
    } catch (IOException e) {
      // closed
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
