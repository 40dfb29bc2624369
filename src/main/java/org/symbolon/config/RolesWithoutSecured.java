package org.symbolon.config;

/** Who enforces {@code @RolesAllowed} and {@code @DenyAll} where {@code @Secured} is missing. */
public enum RolesWithoutSecured {
  /** We do: they imply {@code @Secured}. */
  SECURE,

  /** The server does, by the identities that it knows, or nobody. */
  CONTAINER
}
