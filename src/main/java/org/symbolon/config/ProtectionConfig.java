package org.symbolon.config;

/**
 * What is protected beside the methods with {@code @Secured}.
 *
 * @param paths whole paths, below the context path
 * @param mechanism whether the session is the caller's identity for the container (Jakarta
 *     Security)
 * @param rolesWithoutSecured who enforces the roles on methods of JAX-RS resources that bear no
 *     {@code @Secured}
 */
public record ProtectionConfig(
    SecuredPaths paths, boolean mechanism, RolesWithoutSecured rolesWithoutSecured) {
  /** The property that switches the mechanism on, which is asked for before all others are read. */
  public static final String MECHANISM = "symbolon.security.mechanism";

  /** Whether servlets are concerned at all. */
  public boolean concernsServlets() {
    return mechanism || paths.any();
  }
}
