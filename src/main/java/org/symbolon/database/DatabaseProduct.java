package org.symbolon.database;

import java.util.Locale;

/** The databases that the library knows. */
public enum DatabaseProduct {
  /** MySQL and MariaDB. */
  MYSQL(
      "MySQL",
      8,
      0,
      "mysql.sql",
      "TRANSACTION_REPEATABLE_READ",
      "select timestampdiff(microsecond, '1970-01-01', utc_timestamp(3)) div 1000"),
  /** H2, for demos and tests. */
  H2(
      "H2",
      2,
      4,
      "h2.sql",
      "TRANSACTION_READ_COMMITTED",
      "select cast(extract(epoch from current_timestamp(3)) * 1000 as bigint)");

  private final String hibernateName;
  private final int majorVersion;
  private final int minorVersion;
  private final String ddl;
  private final String isolation;
  private final String clockQuery;

  DatabaseProduct(
      String hibernateName,
      int majorVersion,
      int minorVersion,
      String ddl,
      String isolation,
      String clockQuery) {
    this.hibernateName = hibernateName;
    this.majorVersion = majorVersion;
    this.minorVersion = minorVersion;
    this.ddl = ddl;
    this.isolation = isolation;
    this.clockQuery = clockQuery;
  }

  /**
   * Which database it is.
   *
   * @param name a JDBC URL, or what the driver's metadata calls the product
   * @throws IllegalArgumentException for any other database
   */
  static DatabaseProduct of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:h2:") || lower.equals("h2")) {
      return H2;
    }
    if (lower.contains("mysql") || lower.contains("mariadb")) {
      return MYSQL;
    }
    throw new IllegalArgumentException("Symbolon knows MySQL, MariaDB and H2, not " + name);
  }

  /** What Hibernate calls it, to choose its dialect by. */
  String hibernateName() {
    return hibernateName;
  }

  /** With {@link #minorVersion}, a version whose SQL all supported ones understand. */
  int majorVersion() {
    return majorVersion;
  }

  int minorVersion() {
    return minorVersion;
  }

  /** The file with the tables, below {@code META-INF/symbolon}. */
  String ddl() {
    return ddl;
  }

  /** The level that is its default, and goes with each format of its log. */
  String isolation() {
    return isolation;
  }

  /**
   * Asks for the milliseconds since the epoch, by UTC: in the hour that ends summer time a local
   * time stands for two instants.
   */
  String clockQuery() {
    return clockQuery;
  }
}
