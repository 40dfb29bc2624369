package org.symbolon.token;

import java.security.Provider;
import java.security.Security;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often the Java platform is asked for a signature algorithm, by whomever. */
final class SignatureWatch implements AutoCloseable {
  private final Watch watch = new Watch();

  private SignatureWatch() {}

  static SignatureWatch begin() {
    SignatureWatch begun = new SignatureWatch();
    Security.insertProviderAt(begun.watch, 1);
    return begun;
  }

  int asked() {
    return watch.asked.get();
  }

  @Override
  public void close() {
    Security.removeProvider(watch.getName());
  }

  /** The first to be asked, and never of use. */
  private static final class Watch extends Provider {
    private static final long serialVersionUID = 1;
    private final transient AtomicInteger asked = new AtomicInteger();

    Watch() {
      super("symbolon-test-watch", "1", "counts signatures");
    }

    @Override
    @SuppressWarnings("ReturnMissingNullable") // as the superclass
    public Service getService(String type, String algorithm) {
      if (type.equals("Signature")) {
        asked.incrementAndGet();
      }
      return super.getService(type, algorithm);
    }
  }
}
