package org.symbolon.demo;

import java.util.HashMap;
import java.util.Map;

/**
 * A client library of others as a page uses it.
 *
 * @param bundle the module that the build made of it
 * @param mode where it keeps its tokens, {@code null} if it knows cookies only
 * @param by what the page calls with: {@code fetch}, {@code XMLHttpRequest} or {@code axios}
 */
record Sdk(String bundle, String mode, String by) {

  /** The column of the table. */
  String column() {
    String name = bundle.replace("website-", "").replace("web-js-", "web-js ");
    return mode == null ? name : name + ", " + mode;
  }

  boolean isOneOf(String... versions) {
    for (String version : versions) {
      if (bundle.equals("website-" + version)) {
        return true;
      }
    }
    return false;
  }

  boolean keepsTokensItself() {
    return "header".equals(mode);
  }

  Map<String, Object> options(String api) {
    Map<String, Object> options =
        new HashMap<>(Map.of("api", api, "base", "/api", "by", by, "expired", 401));
    if (mode != null) {
      options.put("mode", mode);
    }
    return options;
  }

  @Override
  public String toString() {
    return column() + ", " + by;
  }
}
