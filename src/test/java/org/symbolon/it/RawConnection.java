package org.symbolon.it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends requests byte for byte, many by one connection as long as the server keeps it. */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_MS = 30_000;

  private final URI base;
  private Socket socket;
  private InputStream in;

  RawConnection(URI base) {
    this.base = base;
  }

  /** All of the answer, head and body; empty if the server closed without one. */
  String ask(String request) throws IOException {
    boolean fresh = socket == null;
    String answer = attempt(request);
    return answer.isEmpty() && !fresh ? attempt(request) : answer;
  }

  private String attempt(String request) throws IOException {
    if (socket == null) {
      socket = new Socket(base.getHost(), base.getPort());
      socket.setSoTimeout(PATIENCE_MS);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }
    try {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return read(request.startsWith("HEAD "));
    } catch (java.net.SocketTimeoutException e) {
      throw new IOException("no answer to " + request, e);
    } catch (IOException e) {
      close();
      return "";
    }
  }

  private String read(boolean headOnly) throws IOException {
    StringBuilder answer = new StringBuilder();
    String line = line();
    if (line == null) {
      close();
      return "";
    }
    String status = line;
    int length = -1;
    boolean chunked = false;
    boolean closes = !status.startsWith("HTTP/1.1");
    for (; line != null && !line.isEmpty(); line = line()) {
      answer.append(line).append("\r\n");
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
      closes |= lower.startsWith("connection:") && lower.contains("close");
    }
    answer.append("\r\n");
    if (!headOnly && !status.matches("HTTP/1.. (204|304).*")) {
      body(answer, chunked, length);
    }
    if (closes) {
      close();
    }
    return answer.toString();
  }

  private void body(StringBuilder answer, boolean chunked, int length) throws IOException {
    if (chunked) {
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        answer.append(text(in.readNBytes(size)));
        line();
      }
      line();
    } else if (length >= 0) {
      answer.append(text(in.readNBytes(length)));
    } else {
      answer.append(text(in.readAllBytes()));
      close();
    }
  }

  private int chunkSize() throws IOException {
    String line = line();
    return line == null ? 0 : Integer.parseInt(line.split(";", 2)[0].strip(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        bytes.write(b);
      }
    }
    return text(bytes.toByteArray());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
