package org.symbolon.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Duration;
import org.symbolon.config.AccessTokenConfig;
import org.symbolon.config.DatabaseConfig;
import org.symbolon.config.RefreshTokenConfig;
import org.symbolon.config.SessionConfig;

/** Our settings by the names and in the units of {@code supertokens-node-mysql-ref-jwt}. */
final class NodeSettings {
  private NodeSettings() {}

  static JsonObject of(SessionConfig config) {
    return Json.createObjectBuilder()
        .add("mysql", mysql(config.database()))
        .add(
            "tokens",
            Json.createObjectBuilder()
                .add("accessToken", accessToken(config.accessToken()))
                .add("refreshToken", refreshToken(config.refreshToken()))
                .add("enableAntiCsrf", config.antiCsrf()))
        .add("cookie", Json.createObjectBuilder().add("domain", "localhost"))
        .build();
  }

  private static JsonObject mysql(DatabaseConfig config) {
    URI url = URI.create(config.url().substring("jdbc:".length()));
    JsonObjectBuilder tables = Json.createObjectBuilder();
    // its own defaults are not named, so that it is seen that they are its defaults
    if (!config.signingKeyTable().equals("signing_key")) {
      tables.add("signingKey", config.signingKeyTable());
    }
    if (!config.refreshTokensTable().equals("refresh_token")) {
      tables.add("refreshTokens", config.refreshTokensTable());
    }
    return Json.createObjectBuilder()
        .add("host", url.getHost())
        .add("port", url.getPort())
        .add("user", config.user())
        .add("password", config.password())
        .add("database", url.getPath().substring(1))
        .add("connectionLimit", config.poolSize())
        .add("tables", tables)
        .build();
  }

  private static JsonObject accessToken(AccessTokenConfig config) {
    return Json.createObjectBuilder()
        .add(
            "signingKey",
            Json.createObjectBuilder()
                .add("dynamic", config.keyRotation())
                .add("updateInterval", hours(config.keyUpdateInterval())))
        .add("validity", config.validity().toMillis() / 1000.0)
        .add("blacklisting", config.blacklisting())
        .add("accessTokenPath", config.path())
        .build();
  }

  private static JsonObject refreshToken(RefreshTokenConfig config) {
    return Json.createObjectBuilder()
        .add("validity", hours(config.validity()))
        .add("renewTokenPath", config.path())
        // a day that never comes
        .add("removalCronjobInterval", "0 0 0 31 2 *")
        .build();
  }

  private static double hours(Duration duration) {
    return duration.toMillis() / 3_600_000.0;
  }
}
