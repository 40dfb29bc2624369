package org.symbolon.demo;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;

/** Placeholder: shows that Hibernate starts from within the WAR. */
@Path("/database")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DatabaseResource {

  @Entity(name = "Visit")
  public static class Visit {
    @Id public String id;
  }

  @GET
  public Map<String, Object> count() {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl("jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1");
    pool.setDriverClassName("org.h2.Driver");
    try (HikariDataSource dataSource = new HikariDataSource(pool)) {
      return count(dataSource);
    }
  }

  private Map<String, Object> count(HikariDataSource dataSource) {
    Configuration configuration = new Configuration();
    configuration.getProperties().put("hibernate.connection.datasource", dataSource);
    configuration.setProperty("hibernate.transaction.coordinator_class", "jdbc");
    configuration.setProperty("hibernate.xml_mapping_enabled", "false");
    configuration.setProperty("hibernate.hbm2ddl.auto", "update");
    configuration.setProperty("jakarta.persistence.validation.mode", "none");
    configuration
        .getProperties()
        .put("hibernate.classLoaders", List.of(getClass().getClassLoader()));
    configuration.addAnnotatedClass(Visit.class);
    try (SessionFactory factory = configuration.buildSessionFactory();
        StatelessSession session = factory.openStatelessSession()) {
      long rows = session.createQuery("select count(v) from Visit v", Long.class).getSingleResult();
      return Map.of("rows", rows);
    }
  }
}
