package org.symbolon.it;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.symbolon.AccessTokenKey;
import org.symbolon.AccessTokenKeys;

/** An application's own keys, which a test changes and takes away. */
@ApplicationScoped
public class KeyBean implements AccessTokenKeys {
  private final AtomicInteger calls = new AtomicInteger();
  private volatile List<AccessTokenKey> keys = List.of(fresh());

  @Override
  public List<AccessTokenKey> keys() {
    calls.incrementAndGet();
    return keys;
  }

  /** How often it was asked. */
  public int calls() {
    return calls.get();
  }

  /** What it answers from now on. */
  public List<AccessTokenKey> replace(List<AccessTokenKey> others) {
    List<AccessTokenKey> before = keys;
    keys = others;
    return before;
  }

  public static AccessTokenKey fresh() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return AccessTokenKey.hs256(secret);
  }
}
