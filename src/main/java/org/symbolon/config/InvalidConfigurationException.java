package org.symbolon.config;

import java.util.List;

/**
 * One or more settings are wrong. The message has one line each: property, value, rule. The
 * deployment stops with it.
 */
public final class InvalidConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidConfigurationException(List<String> complaints) {
    super(
        "Symbolon cannot start with this configuration:\n  - "
            + String.join("\n  - ", complaints)
            + "\n(all properties: docs/configuration.md)");
  }
}
