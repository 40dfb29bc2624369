package org.symbolon.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class writes to the log while this is open. */
public final class LogLines implements AutoCloseable {
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Logger logger;

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          records.add(message);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private LogLines(String name) {
    logger = Logger.getLogger(name);
    logger.addHandler(handler);
  }

  public static LogLines of(Class<?> type) {
    return new LogLines(type.getName());
  }

  public List<String> errors() {
    return lines(Level.SEVERE);
  }

  public List<String> warnings() {
    return lines(Level.WARNING);
  }

  public List<String> infos() {
    return lines(Level.INFO);
  }

  private List<String> lines(Level level) {
    return records.stream()
        .filter(message -> message.getLevel().equals(level))
        .map(new SimpleFormatter()::formatMessage)
        .toList();
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }
}
