package org.symbolon.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statuses, pages and origins.
 *
 * @param tryRefreshStatus for <em>try refresh token</em>
 * @param unauthorisedStatus for <em>unauthorised</em> and <em>theft detected</em>
 * @param loginPage where whole pages without a session are sent; {@code {target}} stands for the
 *     path and query that were asked for; {@code null} to answer them like any other request
 * @param allowedOrigins other origins whose pages may call with credentials (CORS); none switches
 *     CORS off
 * @param cors whether their browsers are told so by us, not by something else on the way
 * @param loginOrigins other origins whose pages may send the form that logs in; {@code null}, as a
 *     text, for pages that hide theirs
 * @param jwksPath the path that serves the public keys, context path included, as the server sees
 *     it
 * @param signOutPath the path that serves the sign-out, likewise
 * @param invalidClaimStatus for sessions that a {@code ClaimValidator} objects to
 * @param tokenTransfer how clients that can choose may have their tokens
 * @param antiCsrfMode what protects clients that can do both
 */
public record HttpConfig(
    int tryRefreshStatus,
    int unauthorisedStatus,
    @Nullable String loginPage,
    Set<String> allowedOrigins,
    boolean cors,
    Set<String> loginOrigins,
    String jwksPath,
    String signOutPath,
    int invalidClaimStatus,
    TokenTransfer tokenTransfer,
    AntiCsrfMode antiCsrfMode) {

  /** Whether a custom header protects clients that can send one, in place of the token. */
  public boolean antiCsrfByHeader() {
    return antiCsrfMode == AntiCsrfMode.HEADER;
  }

  /** The path of the metadata (OpenID Connect Discovery 1.0 §4), in the same directory. */
  public String metadataPath() {
    return directory(jwksPath) + ".well-known/openid-configuration";
  }

  /** Up to and with the last slash. */
  static String directory(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
