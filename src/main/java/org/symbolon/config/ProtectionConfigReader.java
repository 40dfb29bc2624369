package org.symbolon.config;

import java.util.List;
import java.util.Optional;

/** The part of {@link SessionConfigReader} that concerns protected paths. */
final class ProtectionConfigReader {
  private static final String PATHS = "symbolon.secured-paths";
  private static final String EXCEPT = "symbolon.secured-paths.except";

  private final Settings settings;

  ProtectionConfigReader(Settings settings) {
    this.settings = settings;
  }

  ProtectionConfig read() {
    SecuredPaths paths = new SecuredPaths(patterns(PATHS), patterns(EXCEPT));
    settings.require(
        paths.any() || paths.exceptions().isEmpty(),
        EXCEPT,
        String.join(", ", settings.list(EXCEPT, List.of())),
        "needs " + PATHS + ", of which it is an exception");
    return new ProtectionConfig(
        paths,
        settings.flag(ProtectionConfig.MECHANISM, false),
        settings.choice(
            "symbolon.roles-without-secured",
            RolesWithoutSecured.SECURE,
            RolesWithoutSecured.values()));
  }

  private List<PathPattern> patterns(String name) {
    List<String> texts = settings.list(name, List.of());
    for (String text : texts) {
      settings.require(
          PathPattern.parse(text).isPresent(),
          name,
          text,
          "must be a path below the context path such as /account, or /app/* for all below it, or"
              + " /*");
    }
    return texts.stream().map(PathPattern::parse).flatMap(Optional::stream).toList();
  }
}
