package org.symbolon.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;
import org.hibernate.service.ServiceRegistry;

/** Starts Hibernate, without any database access, beside whatever the server has of its own. */
final class SessionFactories {
  private SessionFactories() {}

  static SessionFactory build(
      DataSource source, DatabaseProduct product, TableNames tables, List<Class<?>> entities) {
    MetadataSources sources = new MetadataSources(registry(settings(source, product)));
    entities.forEach(sources::addAnnotatedClass);
    return sources
        .getMetadataBuilder()
        .applyPhysicalNamingStrategy(tables)
        .build()
        .buildSessionFactory();
  }

  /**
   * As for an entity manager, which reads neither the system properties nor a {@code
   * hibernate.properties}: both are meant for a Hibernate of the application's or the server's.
   */
  private static ServiceRegistry registry(Map<String, Object> settings) {
    return StandardServiceRegistryBuilder.forJpa(
            new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new OwnServices(SessionFactories.class.getClassLoader()))
                .build())
        .applySettings(settings)
        .build();
  }

  private static Map<String, Object> settings(DataSource source, DatabaseProduct product) {
    Map<String, Object> settings = new HashMap<>();
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
    return settings;
  }
}
