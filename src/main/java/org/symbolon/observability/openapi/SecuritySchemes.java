package org.symbolon.observability.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.TokenTransfer;

/** How a request presents its session. */
final class SecuritySchemes {
  static final String COOKIE = "session-cookie";
  static final String BEARER = "session-bearer";
  static final String REFRESH_COOKIE = "refresh-cookie";

  private SecuritySchemes() {}

  static Components components(SessionConfig config) {
    Components components =
        OASFactory.createComponents()
            .addSecurityScheme(
                COOKIE,
                cookie(
                    "sAccessToken",
                    "The access token. Requests that change something also send the header"
                        + " `anti-csrf`."))
            .addSecurityScheme(
                REFRESH_COOKIE, cookie("sRefreshToken", "The refresh token, at its path only."));
    if (config.http().tokenTransfer() != TokenTransfer.COOKIE) {
      components.addSecurityScheme(
          BEARER,
          OASFactory.createSecurityScheme()
              .type(SecurityScheme.Type.HTTP)
              .scheme("bearer")
              .bearerFormat("JWT")
              .description("The access token; for the refresh, the refresh token."));
    }
    return components;
  }

  private static SecurityScheme cookie(String name, String description) {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.COOKIE)
        .name(name)
        .description(description);
  }
}
