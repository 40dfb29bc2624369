package org.symbolon.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;

class HibernateWithoutDatabaseTest {

  @Entity(name = "Row")
  static class Row {
    @Id String id;
  }

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void starts_although_the_database_is_down() {
    Configuration configuration = new Configuration();
    configuration.getProperties().clear();
    configuration.getProperties().put("hibernate.connection.datasource", deadDataSource());
    configuration.setProperty("hibernate.boot.allow_jdbc_metadata_access", "false");
    configuration.setProperty("hibernate.dialect", MySQLDialect.class.getName());
    configuration.setProperty("hibernate.xml_mapping_enabled", "false");
    configuration.setProperty("jakarta.persistence.validation.mode", "none");
    configuration.addAnnotatedClass(Row.class);
    try (SessionFactory factory = configuration.buildSessionFactory()) {
      assertThat(calls).hasValue(0);
      try (StatelessSession session = factory.openStatelessSession()) {
        assertThatThrownBy(() -> session.get(Row.class, "1"))
            .isInstanceOf(GenericJDBCException.class);
      }
      assertThat(calls).hasPositiveValue();
    }
  }

  private DataSource deadDataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              calls.incrementAndGet();
              throw new java.sql.SQLException("down");
            });
  }
}
