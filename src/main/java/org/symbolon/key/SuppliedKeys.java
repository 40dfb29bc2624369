package org.symbolon.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.System.Logger.Level;
import java.security.InvalidKeyException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.symbolon.AccessTokenKey;
import org.symbolon.AccessTokenKeys;
import org.symbolon.SessionStoreException;
import org.symbolon.config.SigningAlgorithm;
import org.symbolon.log.ForeignFailure;
import org.symbolon.log.LimitedLog;

/**
 * The application's own keys for access tokens; those for refresh tokens stay in the table. The
 * application is asked each time, so a key that it takes back is refused at once; and where it has
 * no good answer, no other key takes the place.
 */
public final class SuppliedKeys implements KeySource {
  private static final System.Logger LOG = System.getLogger(SuppliedKeys.class.getName());
  private static final int MOST_KEYS = 100;

  private final LimitedLog troubles = new LimitedLog(LOG, System::nanoTime);
  private final String name;
  private final Supplier<AccessTokenKeys> bean;
  private final SigningAlgorithm algorithm;
  private final KeySource table;
  private final Cache<AccessTokenKey, SigningKey> derived =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).build();
  private volatile @Nullable String complaint;

  /**
   * Calls nothing yet.
   *
   * @param name of the bean's class, for messages
   * @param bean called each time; what it throws is the bean's failure
   * @param algorithm what is configured, which the key that signs must agree with
   * @param table has the keys for refresh tokens
   */
  public SuppliedKeys(
      String name, Supplier<AccessTokenKeys> bean, SigningAlgorithm algorithm, KeySource table) {
    this.name = name;
    this.bean = bean;
    this.algorithm = algorithm;
    this.table = table;
  }

  @Override
  public SigningKey current(KeyPurpose purpose) {
    return purpose == KeyPurpose.ACCESS ? supplied().get(0) : table.current(purpose);
  }

  @Override
  public Optional<SigningKey> find(String id) {
    return id.startsWith(SigningKey.SUPPLIED)
        ? supplied().stream().filter(key -> key.id().equals(id)).findFirst()
        : table.find(id).filter(key -> key.purpose() != KeyPurpose.ACCESS);
  }

  /** Those that the application supplies; the ones in the table verify nothing. */
  @Override
  public List<SigningKey> published() {
    return supplied().stream()
        .filter(SigningKey::isPublic)
        .sorted(Comparator.comparing(SigningKey::id))
        .toList();
  }

  private List<SigningKey> supplied() {
    List<AccessTokenKey> given = given();
    if (given.isEmpty() || given.contains(null)) {
      throw failure(given.isEmpty() ? "returned no key" : "returned a null among its keys", null);
    }
    List<SigningKey> keys = new ArrayList<>(given.size());
    try {
      for (AccessTokenKey key : given) {
        keys.add(derived(key));
      }
    } catch (InvalidKeyException | RuntimeException e) {
      throw failure("returned a key that cannot be used: " + e.getMessage(), e);
    }
    SigningAlgorithm signs = keys.get(0).algorithm();
    if (signs != algorithm) {
      throw failure(
          "returned an %s key first, but symbolon.access-token.algorithm is %s"
              .formatted(signs.jwsName(), algorithm.jwsName()),
          null);
    }
    complaint = null;
    return keys;
  }

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

  private SigningKey derived(AccessTokenKey key) throws InvalidKeyException {
    SigningKey known = derived.getIfPresent(key);
    if (known == null) {
      known = SigningKey.of(key);
      derived.put(key, known);
      warnIfWeak(key);
    }
    return known;
  }

  private void warnIfWeak(AccessTokenKey key) {
    if (key instanceof AccessTokenKey.Rs256 rs256 && Rsa.isWeak(rs256.publicKey())) {
      LOG.log(
          Level.WARNING,
          "the bean {0} supplies an RS256 key of less than 3072 bits, which has less than 128 bits"
              + " of security",
          name);
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
