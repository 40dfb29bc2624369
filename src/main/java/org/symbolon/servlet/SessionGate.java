package org.symbolon.servlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.SessionException;
import org.symbolon.config.SecuredPaths;
import org.symbolon.config.SessionConfig;
import org.symbolon.http.ClaimValidators;
import org.symbolon.http.Cors;
import org.symbolon.http.Entrance;
import org.symbolon.http.Framing;
import org.symbolon.http.OwnPaths;
import org.symbolon.http.PathReadings;
import org.symbolon.http.Refusals;
import org.symbolon.http.transport.HttpAnswer;
import org.symbolon.http.transport.PresentedTokens;
import org.symbolon.http.transport.RequestHead;
import org.symbolon.http.transport.StagedTokens;
import org.symbolon.http.transport.Transports;

/** Lets requests pass that have a session, before JAX-RS or instead of it. */
@ApplicationScoped
public class SessionGate {
  private final JaxRsServlets jaxRs = new JaxRsServlets();
  private final Map<String, Addresses> addresses = new ConcurrentHashMap<>();

  @Inject SessionConfig config;
  @Inject Transports transports;
  @Inject Entrance entrance;
  @Inject ClaimValidators claims;
  @Inject Refusals refusals;
  @Inject OwnPaths ownPaths;

  /** For CDI. */
  @SuppressWarnings("NullAway.Init")
  public SessionGate() {}

  /**
   * The request as the transports see it. Tokens that are staged for it are written at once, unless
   * JAX-RS will write them.
   */
  public ServletRequestHead head(HttpServletRequest request, HttpServletResponse response) {
    return new ServletRequestHead(
        request,
        () -> {
          if (!isForJaxRs(request)) {
            writeTokens(request, response);
          }
        });
  }

  /** What the request brought along. */
  public PresentedTokens read(RequestHead request) {
    return transports.of(request).read(request);
  }

  /** Whether the request goes to a JAX-RS application. */
  boolean isForJaxRs(HttpServletRequest request) {
    return jaxRs.serve(request);
  }

  /**
   * What is answered to a request whose path nobody can read, lest two readers find two resources;
   * {@code null} if it may go on.
   */
  @Nullable HttpAnswer objection(ServletRequestHead request) {
    return config.protection().concernsServlets() && request.readings().isUnsafe()
        ? HttpAnswer.text(400, "This path can be read in more than one way")
        : null;
  }

  /** Whether only sessions may ask for it. */
  boolean isSecured(ServletRequestHead request) {
    SecuredPaths paths = config.protection().paths();
    if (!paths.any()) {
      return false;
    }
    PathReadings path = request.readings();
    Collection<String> readings = new ArrayList<>(path.below());
    if (path.mayBeElsewhere()) {
      // so no exception can be one by all readings
      readings.add("");
    }
    return (addresses(request.request().getServletContext(), paths).cover(readings)
            || path.below().isEmpty())
        && !isOpen(request);
  }

  private Addresses addresses(ServletContext context, SecuredPaths paths) {
    return addresses.computeIfAbsent(context.getContextPath(), it -> new Addresses(context, paths));
  }

  /** Whether it must be answered without a session as well: see {@link OwnPaths}, and CORS. */
  public boolean isOpen(ServletRequestHead request) {
    return ownPaths.isLoginPage(request.readings())
        || (isForJaxRs(request.request())
            && (ownPaths.answer(request.method(), request.readings()) || isPreflight(request)));
  }

  /** One that we answer, before anything else of JAX-RS sees it. */
  private boolean isPreflight(ServletRequestHead request) {
    return cors()
        .answers(
            request.method(),
            // all lines, as JAX-RS has them
            request.header("Origin"),
            request.header("Access-Control-Request-Method"));
  }

  /** Has the request's tokens verified. */
  public Passage pass(ServletRequestHead request, PresentedTokens presented) {
    if (BrowserOrigin.isForeignUpgrade(request.request(), cors())) {
      return new Passage.Foreign();
    }
    try {
      return new Passage.Entered(
          entrance.enter(request, presented, Entrance.check(request, presented)));
    } catch (SessionException e) {
      return new Passage.Refused(e);
    }
  }

  /** What is answered where a session is needed; {@code null} if the request may go on. */
  public @Nullable HttpAnswer refusal(Passage passage, RequestHead request) {
    if (passage instanceof Passage.Entered entered) {
      return claims.all().refusal(entered.entry().session());
    }
    return passage instanceof Passage.Refused refused
        ? refusals.answer(refused.cause(), request)
        : HttpAnswer.text(403, "Pages of this origin may not connect");
  }

  /** Answers, with all that is to be said of tokens and origins. */
  public void send(HttpAnswer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    framed(answer, response).headers().forEach(response::setHeader);
    writeTokens(request, response);
    ResponseHeaders.change(
        response, headers -> cors().decorate(headers, BrowserOrigin.origin(request)));
    String body = answer.body();
    if (body != null) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }

  /** The answer with what the application has said of frames so far. */
  HttpAnswer framed(HttpAnswer answer, HttpServletResponse response) {
    return Framing.keep(
        answer,
        response.getHeaders("Content-Security-Policy"),
        response.getHeaders("X-Frame-Options"));
  }

  private void writeTokens(HttpServletRequest request, HttpServletResponse response) {
    RequestHead head = new ServletRequestHead(request, () -> {});
    StagedTokens staged = StagedTokens.of(head);
    if (staged != null) {
      ResponseHeaders.change(
          response,
          headers -> {
            ResponseHeaders.forgetTokens(headers);
            transports.write(staged, head, headers);
          });
    }
  }

  private Cors cors() {
    return Cors.of(config.http());
  }
}
