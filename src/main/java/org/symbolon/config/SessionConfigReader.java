package org.symbolon.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the {@link SessionConfig} out of properties. Each name, default and bound stands here once;
 * {@code docs/configuration.md} has the same as a table.
 */
public final class SessionConfigReader {
  private static final System.Logger LOG = System.getLogger(SessionConfigReader.class.getName());

  private final Settings settings;

  private SessionConfigReader(Settings settings) {
    this.settings = settings;
  }

  /**
   * Reads and checks everything.
   *
   * @param source answers the raw text of a property, if it is set
   * @param names all properties that are set; of those that look like ours but are unknown, a
   *     warning is logged, or one that protects something is probably meant and it is refused
   * @throws InvalidConfigurationException naming every wrong property, its value and the rule
   */
  public static SessionConfig read(
      Function<String, Optional<String>> source, Iterable<String> names) {
    Settings settings = new Settings(source);
    SessionConfig config = new SessionConfigReader(settings).read(names);
    new KeyEncryptionConfigReader(settings).warn(config.keyEncryption());
    warnOfOpenings(settings, config);
    settings.warnOfUnknown(names);
    return config;
  }

  /**
   * Likewise, for those who read it beside the deployment: warns of nothing a second time.
   *
   * @throws InvalidConfigurationException naming every wrong property, its value and the rule
   */
  public static SessionConfig readSilently(Function<String, Optional<String>> source) {
    return new SessionConfigReader(new Settings(source)).read(List.of());
  }

  private static void warnOfOpenings(Settings settings, SessionConfig config) {
    boolean isProduction = settings.isProduction();
    for (FailOpenRule rule : FailOpenRule.ALL) {
      boolean counts =
          switch (rule.deed()) {
            case STOP -> false;
            case WARN -> true;
            case WARN_IN_PRODUCTION -> isProduction;
          };
      if (counts && rule.applies(settings, config)) {
        LOG.log(System.Logger.Level.WARNING, rule.text(config));
      }
    }
  }

  private SessionConfig read(Iterable<String> names) {
    AccessTokenConfig access = new AccessTokenConfigReader(settings).read();
    RefreshTokenConfig refresh = new RefreshTokenConfigReader(settings).read(access.validity());
    CookieConfig cookie = cookie(refresh.path());
    SessionConfig config =
        new SessionConfig(
            new DatabaseConfigReader(settings).read(),
            access,
            refresh,
            settings.flag("symbolon.anti-csrf", true),
            settings.choice(
                "symbolon.theft-reaction", TheftReaction.SESSION, TheftReaction.values()),
            cookie,
            new HttpConfigReader(settings).read(refresh.path()),
            new KeyEncryptionConfigReader(settings).read(),
            new ProtectionConfigReader(settings).read());
    CookieRules.check(settings, cookie);
    ReferenceFormatRules.check(settings, config);
    OwnPathRules.check(settings, config);
    for (FailOpenRule rule : FailOpenRule.ALL) {
      settings.require(
          rule.deed() != FailOpenRule.Deed.STOP || !rule.applies(settings, config),
          rule.property(),
          rule.value().apply(config),
          rule.line());
    }
    settings.refuseMisspelt(names);
    settings.finish();
    return config;
  }

  private CookieConfig cookie(String refreshPath) {
    return new CookieConfig(
        settings.textOrNull(CookieRules.DOMAIN),
        settings.flag("symbolon.cookie.secure", true),
        settings.choice("symbolon.cookie.same-site", SameSite.LAX, SameSite.values()).attribute(),
        CookieRules.path(settings, "symbolon.cookie.refresh-path", refreshPath),
        CookieRules.olderDomains(settings));
  }
}
