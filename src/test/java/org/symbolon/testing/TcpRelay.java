package org.symbolon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between a client and a server, and can fall silent or hang up. */
public final class TcpRelay implements AutoCloseable {

  /** What the relay does with connections and bytes. */
  public enum Mode {
    OPEN,
    /** Accepts connections, passes nothing on. */
    SILENT,
    /** Hangs up on everybody. */
    DOWN
  }

  private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");

  private final ServerSocket door;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger questions = new AtomicInteger(Integer.MAX_VALUE);
  private volatile Mode mode;

  public TcpRelay(int target, Mode mode) {
    this.target = target;
    this.mode = mode;
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** An open one before the server of these settings, whose URL leads to it from now on. */
  public static TcpRelay before(Map<String, String> database) {
    String url = "symbolon.database.url";
    Matcher address = ADDRESS.matcher(database.get(url));
    if (!address.find()) {
      throw new IllegalArgumentException(database.get(url));
    }
    TcpRelay relay = new TcpRelay(Integer.parseInt(address.group(2)), Mode.OPEN);
    database.put(url, address.replaceFirst("//127.0.0.1:" + relay.port() + "/"));
    return relay;
  }

  public int port() {
    return door.getLocalPort();
  }

  /**
   * Once hangs up on a client in place of passing on its next question but {@code number - 1},
   * whichever connection asks it.
   */
  public void hangUpAt(int number) {
    questions.set(number);
  }

  /** Whether it has hung up since then. */
  public boolean hasHungUp() {
    return questions.get() <= 0;
  }

  public void set(Mode newMode) {
    mode = newMode;
    if (newMode == Mode.DOWN) {
      sockets.forEach(TcpRelay::hangUp);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        sockets.add(client);
        if (mode == Mode.DOWN) {
          hangUp(client);
        } else {
          daemon(() -> connect(client));
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void connect(Socket client) {
    try {
      awaitSound();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(server);
      daemon(() -> pump(client, server, questions));
      pump(server, client, new AtomicInteger(Integer.MAX_VALUE));
    } catch (IOException e) {
      hangUp(client);
    }
  }

  private void pump(Socket from, Socket to, AtomicInteger left) {
    byte[] buffer = new byte[8192];
    try {
      int count;
      while ((count = from.getInputStream().read(buffer)) >= 0) {
        awaitSound();
        if (left.decrementAndGet() == 0) {
          break;
        }
        to.getOutputStream().write(buffer, 0, count);
      }
    } catch (IOException e) {
      // hung up below
    }
    hangUp(from);
    hangUp(to);
  }

  private void awaitSound() throws IOException {
    try {
      while (mode == Mode.SILENT) {
        Thread.sleep(10);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // gone anyway
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "tcp-relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    set(Mode.DOWN);
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
