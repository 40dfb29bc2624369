package org.symbolon.reference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.symbolon.AccessTokenKey;
import org.symbolon.AccessTokenKeys;
import org.symbolon.SessionStoreException;
import org.symbolon.log.ForeignFailure;
import org.symbolon.log.LimitedLog;

/**
 * The application's own keys of access tokens, as the reference's {@code signingKey.get} has them:
 * the bytes of an HS256 secret are those of the key's text.
 */
public final class SuppliedAccessKeys implements AccessKeys {
  private static final System.Logger LOG = System.getLogger(SuppliedAccessKeys.class.getName());
  private static final int MOST_KEYS = 100;

  private final LimitedLog troubles = new LimitedLog(LOG, System::nanoTime);
  private final String name;
  private final Supplier<AccessTokenKeys> bean;
  private final Cache<AccessTokenKey, AccessKey> known =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).build();
  private volatile @Nullable String complaint;

  /**
   * Calls nothing yet.
   *
   * @param name of the bean's class, for messages
   * @param bean called each time; what it throws is the bean's failure
   */
  public SuppliedAccessKeys(String name, Supplier<AccessTokenKeys> bean) {
    this.name = name;
    this.bean = bean;
  }

  @Override
  public AccessKey current() {
    return verifying().get(0);
  }

  @Override
  public List<AccessKey> verifying() {
    List<AccessKey> keys = new ArrayList<>();
    for (AccessTokenKey given : given()) {
      if (!(given instanceof AccessTokenKey.Hs256 secret)) {
        throw failure("returned a key that is none for HS256", null);
      }
      keys.add(known.get(given, unused -> AccessKey.of(secret.secret())));
    }
    if (keys.isEmpty()) {
      throw failure("returned no key", null);
    }
    complaint = null;
    return keys;
  }

  /** The bean is asked each time anyway. */
  @Override
  public void lookForUnknownKey() {}

  private List<AccessTokenKey> given() {
    try {
      List<AccessTokenKey> answer = bean.get().keys();
      return answer == null ? List.of() : new ArrayList<>(answer);
    } catch (Throwable e) {
      ForeignFailure.survive(e);
      // its text is the application's, and only for the log
      throw failure("failed with " + e.getClass().getName(), e);
    }
  }

  /** One line for each new trouble, not for each request. */
  private SessionStoreException failure(String trouble, @Nullable Throwable cause) {
    String message = "the bean " + name + " that supplies the keys of access tokens " + trouble;
    if (!message.equals(complaint)) {
      complaint = message;
      troubles.log(Level.ERROR, message, cause);
    }
    return new SessionStoreException(message, cause);
  }
}
