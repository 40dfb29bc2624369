package org.symbolon.database;

import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/** Puts the configured names in the place of the entities' table names. */
final class TableNames extends PhysicalNamingStrategyStandardImpl {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> names;

  TableNames(Map<String, String> names) {
    this.names = Map.copyOf(names);
  }

  @Override
  public Identifier toPhysicalTableName(Identifier logical, JdbcEnvironment environment) {
    String name = names.get(logical.getText());
    return name == null ? logical : Identifier.toIdentifier(name);
  }
}
