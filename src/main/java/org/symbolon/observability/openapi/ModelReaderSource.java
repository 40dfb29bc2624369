package org.symbolon.observability.openapi;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Names {@link SessionModelReader} to MicroProfile OpenAPI, unless the application names one of its
 * own: this source has the lowest rank of all. Where there is no OpenAPI, nobody reads it.
 */
public class ModelReaderSource implements ConfigSource {
  private static final String PROPERTY = "mp.openapi.model.reader";
  private static final int ORDINAL = 1;

  /** By name, since the class cannot be loaded everywhere. */
  private static final String READER = "org.symbolon.observability.openapi.SessionModelReader";

  /** For the server. */
  public ModelReaderSource() {}

  @Override
  public Map<String, String> getProperties() {
    return Map.of(PROPERTY, READER);
  }

  @Override
  public Set<String> getPropertyNames() {
    return Set.of(PROPERTY);
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  @Override
  public @Nullable String getValue(String name) {
    return name.equals(PROPERTY) ? READER : null;
  }

  @Override
  public String getName() {
    return "Symbolon";
  }
}
