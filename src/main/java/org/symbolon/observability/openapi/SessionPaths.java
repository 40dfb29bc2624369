package org.symbolon.observability.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.symbolon.config.AccessTokenFormat;
import org.symbolon.config.HttpConfig;
import org.symbolon.config.SessionConfig;
import org.symbolon.config.SigningAlgorithm;
import org.symbolon.config.TokenTransfer;

/** What the library's filters serve, with the answers that {@code docs/http.md} names. */
final class SessionPaths {
  static final String TAG = "sessions";

  private static final String JSON = "application/json";
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final SessionConfig config;
  private final HttpConfig http;

  private final ContextPath context;

  SessionPaths(SessionConfig config, ContextPath context) {
    this.config = config;
    this.http = config.http();
    this.context = context;
  }

  Paths paths() {
    Paths paths = OASFactory.createPaths();
    add(paths, config.refreshToken().path()).setPOST(refresh());
    add(paths, http.signOutPath()).setPOST(signOut());
    if (config.accessToken().algorithm() != SigningAlgorithm.HS256
        && config.accessToken().format() == AccessTokenFormat.JWS) {
      add(paths, http.jwksPath()).setGET(publicKeys());
      add(paths, http.metadataPath()).setGET(metadata());
    }
    return paths;
  }

  private PathItem add(Paths paths, String path) {
    PathItem item = OASFactory.createPathItem();
    paths.addPathItem(context.relative(path), item);
    return item;
  }

  private Operation refresh() {
    Map<Integer, String> answers = new TreeMap<>();
    answers.put(OK, "New tokens, in cookies or headers.");
    answers.put(
        http.unauthorisedStatus(),
        "The session is over, or the refresh token was stolen: log in. Tokens are cleared.");
    answers.put(
        403, "The request comes from a page of another origin, or has tokens of several users.");
    answers.put(UNAVAILABLE, "The database does not answer. Tokens stay good: try again.");
    return operation("refreshSession", "Exchanges the refresh token for new tokens", answers)
        .security(requirements(SecuritySchemes.REFRESH_COOKIE));
  }

  private Operation signOut() {
    Map<Integer, String> answers = new TreeMap<>();
    answers.put(OK, "The session has ended. Tokens are cleared.");
    answers.put(http.tryRefreshStatus(), "The access token is not accepted: refresh and repeat.");
    answers.merge(
        http.unauthorisedStatus(),
        "There is no session: nothing to end.",
        (first, second) -> first + " Or: " + second);
    answers.put(UNAVAILABLE, "The database does not answer: try again.");
    Operation operation =
        operation("signOut", "Ends the session", answers)
            .security(requirements(SecuritySchemes.COOKIE));
    describesJson(operation.getResponses());
    return operation;
  }

  private static Operation publicKeys() {
    return document(
        "getPublicKeys", "The public keys that verify access tokens (JWK Set, RFC 7517)");
  }

  private static Operation metadata() {
    return document("getIssuerMetadata", "The issuer's metadata: where its public keys are");
  }

  private static Operation document(String id, String summary) {
    Map<Integer, String> answers = new TreeMap<>();
    answers.put(OK, "To be kept for max-age.");
    answers.put(304, "It has not changed since the ETag in If-None-Match.");
    answers.put(404, "No key has a public half.");
    answers.put(UNAVAILABLE, "The keys are not known yet: try again.");
    Operation operation = operation(id, summary, answers);
    describesJson(operation.getResponses());
    return operation;
  }

  private static Operation operation(String id, String summary, Map<Integer, String> answers) {
    APIResponses responses = OASFactory.createAPIResponses();
    answers.forEach(
        (status, description) ->
            responses.addAPIResponse(
                String.valueOf(status), OASFactory.createAPIResponse().description(description)));
    return OASFactory.createOperation()
        .operationId(id)
        .summary(summary)
        .addTag(TAG)
        .responses(responses);
  }

  private static void describesJson(APIResponses responses) {
    responses
        .getAPIResponse(String.valueOf(OK))
        .content(OASFactory.createContent().addMediaType(JSON, OASFactory.createMediaType()));
  }

  /** One of them will do. */
  private List<SecurityRequirement> requirements(String cookie) {
    SecurityRequirement byCookie = OASFactory.createSecurityRequirement().addScheme(cookie);
    return http.tokenTransfer() == TokenTransfer.COOKIE
        ? List.of(byCookie)
        : List.of(
            byCookie, OASFactory.createSecurityRequirement().addScheme(SecuritySchemes.BEARER));
  }
}
