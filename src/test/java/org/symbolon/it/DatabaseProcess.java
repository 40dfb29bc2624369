package org.symbolon.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.h2.tools.Server;

/** An H2 server in a process of its own, which can be killed and started again. */
final class DatabaseProcess {
  private final int port = freePort();
  private final Path folder = Path.of(System.getProperty("symbolon.test.directory", "target"));
  private Process process;

  String url() {
    // H2 writes half a second after the commit otherwise, and what it is killed with is lost
    return "jdbc:h2:tcp://localhost:"
        + port
        + "/./outage-"
        + ProcessHandle.current().pid()
        + ";WRITE_DELAY=0";
  }

  void start() throws IOException, InterruptedException {
    String jar = Server.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dh2.bindAddress=127.0.0.1",
                "-cp",
                jar,
                Server.class.getName(),
                "-tcp",
                "-tcpPort",
                Integer.toString(port),
                "-ifNotExists",
                "-baseDir",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(
                new File(folder.toFile(), "outage-" + ProcessHandle.current().pid() + ".log"))
            .start();
    while (process.isAlive() && !isListening()) {
      Thread.sleep(100);
    }
  }

  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
