package org.symbolon.cdi;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.symbolon.AccessTokenKeyRotation;
import org.symbolon.AccessTokenKeys;
import org.symbolon.PublicKeys;
import org.symbolon.SessionException;
import org.symbolon.config.AccessTokenFormat;
import org.symbolon.config.SessionConfig;
import org.symbolon.key.JwkSet;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.KeyRows;
import org.symbolon.key.KeySource;
import org.symbolon.key.KeyStatus;
import org.symbolon.key.ProtectedKeyStore;
import org.symbolon.key.SigningKeys;
import org.symbolon.key.SuppliedKeys;
import org.symbolon.reference.AcceptingFormat;
import org.symbolon.reference.ReferenceFormat;
import org.symbolon.reference.ReferenceKeys;
import org.symbolon.reference.SuppliedAccessKeys;
import org.symbolon.store.RowSeal;
import org.symbolon.token.SeededFormat;
import org.symbolon.token.SessionSeal;
import org.symbolon.token.TokenFormat;

/**
 * The configured format of tokens, and the keys behind it.
 *
 * @param format for the session manager
 * @param publicKeys for others
 * @param rotation of the key of access tokens, out of turn
 * @param renewal of the keys, to be called once a minute
 * @param start loads the keys, and makes the first ones
 * @param status how it stands with the keys; may ask the application's bean, but no database
 * @param tableStatus likewise, of the keys in the table alone; asks nobody
 * @param keys those of the library's own format; {@code null} with the reference's
 * @param seal for the table of sessions
 */
public record TokenWiring(
    TokenFormat format,
    PublicKeys publicKeys,
    AccessTokenKeyRotation rotation,
    Runnable renewal,
    Runnable start,
    Supplier<KeyStatus> status,
    Supplier<KeyStatus> tableStatus,
    @Nullable SigningKeys keys,
    RowSeal seal) {

  /**
   * What the wiring works with.
   *
   * @param rows the table of keys
   * @param clocks the time
   * @param background runs renewals; not a thread that database calls need
   */
  public record Means(
      KeyRows rows, SigningKeys.Clocks clocks, SecureRandom random, Executor background) {}

  /**
   * Keys of the application's.
   *
   * @param name of the bean's class, for messages
   * @param bean called each time
   */
  public record Supplied(String name, Supplier<AccessTokenKeys> bean) {}

  /** As configured, touching no database yet. */
  public static TokenWiring of(SessionConfig config, Means means, @Nullable Supplied supplied) {
    return config.accessToken().format() == AccessTokenFormat.SUPERTOKENS_NODE
        ? reference(config, means, supplied)
        : own(config, means, supplied);
  }

  private static TokenWiring own(SessionConfig config, Means means, @Nullable Supplied supplied) {
    SigningKeys table =
        new SigningKeys(
            ProtectedKeyStore.of(means.rows(), config, means.random()),
            config,
            supplied == null ? EnumSet.allOf(KeyPurpose.class) : EnumSet.of(KeyPurpose.REFRESH),
            means.clocks(),
            means.random(),
            means.background());
    KeySource keys =
        supplied == null
            ? table
            : new SuppliedKeys(
                supplied.name(), supplied.bean(), config.accessToken().algorithm(), table);
    SeededFormat own = new SeededFormat(keys, config.accessToken());
    return new TokenWiring(
        config.refreshToken().acceptReference() ? accepting(own, config, means) : own,
        new JwkSet(keys, config.accessToken()),
        supplied == null ? table::rotate : () -> rotatedElsewhere(supplied),
        table::renew,
        () -> keys.current(KeyPurpose.REFRESH),
        supplied == null
            ? table::status
            : () ->
                KeyStatus.supplied(works(() -> keys.current(KeyPurpose.ACCESS)), table.status()),
        supplied == null ? table::status : () -> KeyStatus.supplied(true, table.status()),
        table,
        new SessionSeal(keys, config.keyEncryption()));
  }

  private static TokenFormat accepting(SeededFormat own, SessionConfig config, Means means) {
    return new AcceptingFormat(
        own,
        config,
        referenceKeys(config, means, ReferenceKeys.Making.NONE),
        means.clocks().shared());
  }

  private static ReferenceKeys referenceKeys(
      SessionConfig config, Means means, ReferenceKeys.Making making) {
    return new ReferenceKeys(
        means.rows(), config, making, means.clocks().shared(), means.random(), means.background());
  }

  /** Its keys are symmetric, so that there are none to publish. */
  private static TokenWiring reference(
      SessionConfig config, Means means, @Nullable Supplied supplied) {
    ReferenceKeys keys =
        referenceKeys(
            config,
            means,
            supplied == null ? ReferenceKeys.Making.ALL : ReferenceKeys.Making.REFRESH);
    SuppliedAccessKeys accessKeys =
        supplied == null ? null : new SuppliedAccessKeys(supplied.name(), supplied.bean());
    return new TokenWiring(
        new ReferenceFormat(config, keys, accessKeys, means.clocks().shared()),
        Optional::empty,
        supplied == null ? keys::rotate : () -> rotatedElsewhere(supplied),
        keys::renew,
        keys::verifying,
        accessKeys == null
            ? keys::status
            : () -> KeyStatus.supplied(works(accessKeys::verifying), keys.status()),
        accessKeys == null ? keys::status : () -> KeyStatus.supplied(true, keys.status()),
        null,
        RowSeal.NONE);
  }

  private static boolean works(Runnable keys) {
    try {
      keys.run();
      return true;
    } catch (SessionException e) {
      return false;
    }
  }

  private static Instant rotatedElsewhere(Supplied supplied) {
    throw new IllegalStateException(
        "the keys are supplied by " + supplied.name() + ": rotate there");
  }
}
