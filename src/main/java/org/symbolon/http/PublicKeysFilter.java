package org.symbolon.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.symbolon.PublicKeys;
import org.symbolon.SessionException;
import org.symbolon.config.SessionConfig;

/**
 * Serves the public keys, and the metadata that say where they are, to everybody. After {@link
 * RefreshFilter}, so that an application's response filters find a session's request begun.
 */
@PreMatching
@Priority(RefreshFilter.FIRST + 1)
@ApplicationScoped
public class PublicKeysFilter implements ContainerRequestFilter {
  private static final String METHODS = "GET, HEAD, OPTIONS";

  @Inject SessionConfig config;
  @Inject PublicKeys keys;
  @Inject SessionExceptionMapper failures;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public PublicKeysFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    String path = request.getUriInfo().getRequestUri().getPath();
    boolean isMetadata = path.equals(config.http().metadataPath());
    if (isMetadata || path.equals(config.http().jwksPath())) {
      ResponseBuilder answer =
          switch (request.getMethod()) {
            case HttpMethod.OPTIONS -> options(request);
            case HttpMethod.GET -> read(request, isMetadata);
            case HttpMethod.HEAD -> read(request, isMetadata).entity(null);
            default -> text(405, "The public keys can only be read").header("Allow", METHODS);
          };
      request.abortWith(answer.header(Cors.ALLOW_ORIGIN, "*").build());
    }
  }

  private static ResponseBuilder options(ContainerRequestContext request) {
    ResponseBuilder answer = Response.noContent().header(HttpHeaders.ALLOW, METHODS);
    return request.getHeaderString(Cors.REQUEST_METHOD) == null
        ? answer
        : answer.header(Cors.ALLOW_METHODS, METHODS).header(Cors.MAX_AGE, "3600");
  }

  private ResponseBuilder read(ContainerRequestContext request, boolean isMetadata) {
    Optional<PublicKeys.KeySet> published;
    try {
      published = keys.published();
    } catch (SessionException e) {
      return Response.fromResponse(failures.toResponse(e));
    }
    if (published.isEmpty()) {
      return text(404, "This application publishes no keys");
    }
    return isMetadata ? metadata(request, published.get()) : keySet(request, published.get());
  }

  private ResponseBuilder metadata(ContainerRequestContext request, PublicKeys.KeySet published) {
    IssuerMetadata metadata =
        new IssuerMetadata(config.accessToken().issuer(), config.http().jwksPath());
    URI asked = request.getUriInfo().getRequestUri();
    String json = metadata.json(asked, published.algorithms()).toString();
    // the client has chosen the host of such an answer, so nobody else may get it
    String cacheControl = metadata.origin() == null ? "no-store" : cacheControl(published);
    return json(request, json, cacheControl);
  }

  private static ResponseBuilder keySet(
      ContainerRequestContext request, PublicKeys.KeySet published) {
    return json(request, published.json(), cacheControl(published));
  }

  private static String cacheControl(PublicKeys.KeySet published) {
    return "public, max-age=" + published.maxAge().toSeconds();
  }

  private static ResponseBuilder json(
      ContainerRequestContext request, String json, String cacheControl) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    EntityTag tag = new EntityTag(UUID.nameUUIDFromBytes(bytes).toString());
    ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    return (unchanged != null
            ? unchanged
            : Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE).tag(tag))
        .header(HttpHeaders.CACHE_CONTROL, cacheControl);
  }

  private static ResponseBuilder text(int status, String text) {
    return Response.fromResponse(Answers.text(status, text));
  }
}
