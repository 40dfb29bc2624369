package org.symbolon.database;

import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;

/** Starts Hibernate, without any database access, beside whatever the server has of its own. */
final class SessionFactories {
  private SessionFactories() {}

  static SessionFactory build(
      DataSource source, DatabaseProduct product, TableNames tables, List<Class<?>> entities) {
    Configuration configuration = new Configuration();
    entities.forEach(configuration::addAnnotatedClass);
    configuration.setPhysicalNamingStrategy(tables);
    var settings = configuration.getProperties();
    // whatever system properties the server has for a Hibernate of its own
    settings.clear();
    settings.put("hibernate.connection.datasource", source);
    // Hibernate's own look-up needs a database that is up, and fails with Connector/J on MariaDB
    settings.put("jakarta.persistence.database-product-name", product.hibernateName());
    settings.put("jakarta.persistence.database-major-version", product.majorVersion());
    settings.put("jakarta.persistence.database-minor-version", product.minorVersion());
    settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
    settings.put("hibernate.transaction.coordinator_class", "jdbc");
    settings.put("hibernate.transaction.jta.platform", new NoJtaPlatform());
    // one statement, one transaction: autocommit saves the three round trips around it
    settings.put("hibernate.allow_update_outside_transaction", "true");
    settings.put("hibernate.hbm2ddl.auto", "none");
    settings.put("hibernate.xml_mapping_enabled", "false");
    settings.put("jakarta.persistence.validation.mode", "none");
    settings.put("hibernate.classLoaders", List.of(SessionFactories.class.getClassLoader()));
    return configuration.buildSessionFactory();
  }
}
