package org.symbolon.config;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of {@link SessionConfigReader} that concerns the database. */
final class DatabaseConfigReader {
  /**
   * A database of its own for each application and start: where a server has H2 for all, they would
   * share one by one name, and accept each other's sessions.
   */
  private static final String EMBEDDED = "jdbc:h2:mem:symbolon-%s;DB_CLOSE_DELAY=-1";

  private static final Pattern TABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
  private static final Pattern SCHEME = Pattern.compile("jdbc:(mysql|mariadb|h2):.+");

  private final Settings settings;

  DatabaseConfigReader(Settings settings) {
    this.settings = settings;
  }

  DatabaseConfig read() {
    @Nullable String url = settings.textOrNull("symbolon.database.url");
    @Nullable String dataSource = settings.textOrNull("symbolon.database.datasource");
    if (url != null) {
      checkUrl(url, dataSource);
    }
    boolean embedded = url == null && dataSource == null;
    if (embedded) {
      settings.require(
          isPresent("org.h2.Driver"),
          "symbolon.database.url",
          "(not set)",
          "needs a JDBC URL such as jdbc:mysql://host:3306/auth_session, or"
              + " symbolon.database.datasource, or com.h2database:h2 in the application for a"
              + " database that forgets everything at the next start");
    }
    String signingKey = table("symbolon.database.table.signing-key", "signing_key");
    String refreshTokens = table("symbolon.database.table.refresh-tokens", "refresh_tokens");
    settings.require(
        !signingKey.equalsIgnoreCase(refreshTokens),
        "symbolon.database.table.refresh-tokens",
        refreshTokens,
        "must differ from symbolon.database.table.signing-key");
    return new DatabaseConfig(
        embedded ? EMBEDDED.formatted(UUID.randomUUID()) : url,
        embedded ? "sa" : settings.textOrNull("symbolon.database.user"),
        settings.secretOrNull("symbolon.database.password"),
        settings.number("symbolon.database.pool-size", 50, 1, 1000),
        dataSource,
        settings.duration(
            "symbolon.database.timeout",
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofMinutes(1)),
        settings.flag("symbolon.database.create-tables", true),
        signingKey,
        refreshTokens,
        embedded);
  }

  private void checkUrl(String url, @Nullable String dataSource) {
    String name = "symbolon.database.url";
    String shown = url.replaceAll("(?i)(password=)[^&;]*", "$1***").replaceAll("//.*@", "//***@");
    settings.require(
        dataSource == null,
        name,
        shown,
        "excludes symbolon.database.datasource (" + dataSource + "): set one of the two");
    settings.require(
        SCHEME.matcher(url).matches(),
        name,
        shown,
        "must begin with jdbc:mysql:, jdbc:mariadb: or jdbc:h2:");
    String driver = DatabaseConfig.driverOf(url);
    if (driver != null) {
      settings.require(
          isPresent(driver), name, shown, "needs the driver " + driver + " in the application");
    }
  }

  private String table(String name, String byDefault) {
    String table = settings.text(name, byDefault);
    settings.require(
        TABLE.matcher(table).matches(),
        name,
        table,
        "must be 1 to 64 letters, digits or underscores, not beginning with a digit");
    return table;
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, DatabaseConfigReader.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
