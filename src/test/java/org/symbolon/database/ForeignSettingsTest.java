package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.PropertyElf;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.symbolon.SessionStoreException;
import org.symbolon.UserId;
import org.symbolon.config.DatabaseConfig;
import org.symbolon.testing.TestNode;
import org.symbolon.testing.TestServer;

/**
 * What the application or the server says to its own pools and session factories: system
 * properties, and in the tests' resources a {@code hibernate.properties} and a service.
 */
@Isolated
class ForeignSettingsTest {
  private static final String FILE = "hikaricp.configurationFile";
  private static final Map<String, String> HIBERNATE =
      Map.of(
          "hibernate.session_factory.statement_inspector", "none.Such",
          "hibernate.default_schema", "nowhere",
          "hibernate.physical_naming_strategy", "none.Such",
          "hibernate.dialect", "none.Such",
          "jakarta.persistence.jdbc.url", "jdbc:none",
          "hibernate.connection.autocommit", "false");

  @TempDir Path folder;

  /** Would be called with our entities. */
  public static final class Foreign implements Integrator {
    private static volatile boolean called;

    @Override
    public void integrate(
        Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
      called = true;
    }

    @Override
    public void disintegrate(
        SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
      // nothing was done
    }
  }

  @AfterEach
  void restore() {
    System.clearProperty(FILE);
    HIBERNATE.keySet().forEach(System::clearProperty);
  }

  @Test
  void no_setting_of_other_pools_reaches_ours() throws Exception {
    DatabaseConfig config = TestNode.config(TestServer.H2.freshDatabase()).database();
    Map<String, Object> alone = settings(config);
    Map<String, Object> defaults = settings(new HikariConfig());
    defaults.put("initializationFailTimeout", -1L);
    assertThat(settings(OwnPool.settings())).as("the pool's own defaults").isEqualTo(defaults);
    System.setProperty(FILE, file().toString());
    assertThat(new HikariConfig().isAutoCommit()).as("the file is read").isFalse();
    assertThat(settings(config)).isEqualTo(alone);
  }

  @Test
  void a_file_that_cannot_be_read_is_named() throws Exception {
    DatabaseConfig config = TestNode.config(TestServer.H2.freshDatabase()).database();
    for (String line :
        List.of("cachePrepStmts=true", "connectionTimeout=100", "driverClassName=a")) {
      Path file = Files.writeString(folder.resolve("odd.properties"), line);
      System.setProperty(FILE, file.toString());
      assertThatThrownBy(() -> DataSources.pool(config, String.valueOf(config.url())))
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining(FILE + " = " + file);
    }
    System.setProperty(FILE, "/none");
    assertThatThrownBy(() -> DataSources.pool(config, String.valueOf(config.url())))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining(FILE + " = /none");
  }

  @Test
  void a_session_that_was_created_is_there() throws Exception {
    System.setProperty(FILE, file().toString());
    HIBERNATE.forEach(System::setProperty);
    Map<String, String> database = TestServer.H2.freshDatabase();
    try (TestNode node = new TestNode(database, InstantSource.system())) {
      node.manager.create(UserId.of("alice"), null, null);
      assertThat(rows(database.get("symbolon.database.url"))).isEqualTo(1);
    }
    assertThat(Foreign.called).isFalse();
  }

  private static int rows(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "sa", "");
        var rows =
            connection.createStatement().executeQuery("select count(*) from refresh_tokens")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Map<String, Object> settings(DatabaseConfig config) throws Exception {
    try (HikariDataSource pool = DataSources.pool(config, String.valueOf(config.url()))) {
      return settings(pool);
    }
  }

  /** Those two have no equality; user and password are compared by themselves. */
  private static Map<String, Object> settings(HikariConfig config) {
    Map<String, Object> settings = new HashMap<>();
    for (String name : PropertyElf.getPropertyNames(HikariConfig.class)) {
      if (!name.equals("exceptionOverride") && !name.equals("credentials")) {
        settings.put(name, PropertyElf.getProperty(name, config));
      }
    }
    return settings;
  }

  /** All that can be said in a file. */
  private Path file() throws IOException {
    Properties all = new Properties();
    for (String name : PropertyElf.getPropertyNames(HikariConfig.class)) {
      try {
        Class<?> type = HikariConfig.class.getMethod(getter(name)).getReturnType();
        if (type == String.class) {
          all.put(name, name.equals("transactionIsolation") ? "TRANSACTION_NONE" : "foreign");
        } else if (type == long.class || type == int.class) {
          all.put(name, "77777");
        }
      } catch (NoSuchMethodException e) {
        all.put(name, name.equals("autoCommit") ? "false" : "true");
      }
    }
    for (String known :
        new String[] {
          "driverClassName",
          "exceptionOverrideClassName",
          "credentialsProviderClassName",
          "dataSource"
        }) {
      all.remove(known);
    }
    all.put("dataSource.foreign", "yes");
    Path file = folder.resolve("hikari.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      all.store(writer, null);
    }
    return file;
  }

  private static String getter(String name) {
    return "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
