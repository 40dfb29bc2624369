package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.net.URI;
import java.net.URL;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services on two makers' servers that accept our tokens by configuration alone. */
@ExtendWith(ArquillianExtension.class)
class ServicesIT {
  private static final DatabaseProcess DATABASE = new DatabaseProcess();
  private static final URI KEYS =
      URI.create(
          "http://localhost:"
              + System.getProperty("it.http.port", "9180")
              + "/issuer/api/session/jwks.json");
  private static ServerProcess liberty;
  private static ServerProcess payara;

  @ArquillianResource URL issuer;

  @Deployment(testable = false)
  static WebArchive issuer() throws Exception {
    DATABASE.start();
    return node("issuer").with(IssuerResource.class).build();
  }

  private static LibraryWar node(String name) {
    return LibraryWar.named(name + ".war")
        .config("symbolon.database.url", DATABASE.url())
        .config("symbolon.database.user", "sa")
        .config("symbolon.access-token.algorithm", "ES256")
        .config("symbolon.access-token.claims", "groups,tenant")
        .config("symbolon.access-token.key-announcement", "PT20S")
        .config("symbolon.refresh-token.path", "/" + name + "/api/session/refresh");
  }

  @BeforeAll
  static void start() throws Exception {
    LibraryWar both = node("both").with(ServiceApplication.class, BothResource.class);
    Service.properties(Service.BEARER, KEYS).forEach(both::config);
    // its roles are the affair of the server's MicroProfile JWT
    both.config("symbolon.roles-without-secured", "container");
    List<WebArchive> applications =
        List.of(Service.war(Service.COOKIE, KEYS), Service.war(Service.BEARER, KEYS), both.build());
    liberty = ServiceServers.openLiberty(applications);
    payara = ServiceServers.payara(applications);
    for (Service service : services().toList()) {
      service.server().awaitStatus(401, service.name() + "/api/orders");
    }
    for (ServerProcess server : List.of(liberty, payara)) {
      server.awaitStatus(200, "both/api/both/beans");
    }
  }

  @AfterAll
  static void stop() throws Exception {
    for (ServerProcess server : List.of(liberty, payara)) {
      server.stop();
    }
    DATABASE.kill();
  }

  static Stream<Service> services() {
    return Stream.of(liberty, payara)
        .flatMap(
            server ->
                Stream.of(Service.COOKIE, Service.BEARER).map(name -> new Service(server, name)));
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_session_s_token_is_accepted_and_its_roles_decide(Service service) {
    String reader = tokenOf("alice", "reader");
    assertAnswer(service.get("api/orders", reader))
        .saysOk("alice alice alice [reader] acme 9223372036854775807 false");
    assertAnswer(service.get("api/orders/all", reader)).hasStatus(403);
    assertAnswer(service.get("api/orders/all", tokenOf("root", "reader,admin"))).saysOk("all");
    assertAnswer(service.get("api/orders", tokenOf("guest", "visitor"))).hasStatus(403);
  }

  @ParameterizedTest
  @MethodSource("services")
  void what_the_issuer_has_not_signed_for_now_is_refused(Service service)
      throws GeneralSecurityException {
    String genuine = tokenOf("alice", "reader");
    TokenSigner issuers = TokenSigner.ofIssuer(DATABASE.url(), genuine);
    long now = Instant.now().getEpochSecond();
    assertAnswer(service.get("api/orders", issuers.sign(genuine, Map.of()))).hasStatus(200);
    for (String refused :
        List.of(
            TokenSigner.stranger().sign(genuine, Map.of()),
            issuers.sign(genuine, Map.of("iat", now - 1200, "exp", now - 600)),
            issuers.sign(genuine, Map.of("iss", "another")),
            genuine.substring(0, genuine.lastIndexOf('.') + 1),
            "garbage")) {
      assertAnswer(service.get("api/orders", refused)).hasStatus(401);
    }
    assertAnswer(service.getWithoutToken("api/orders")).hasStatus(401);
  }

  /** It looks for the form of RFC 2109, which no browser sends: docs/services.md. */
  @Test
  void payara_does_not_see_the_cookie_that_a_browser_sends() {
    String token = tokenOf("alice", "reader");
    Browser browser = new Browser(payara.url(Service.COOKIE));
    assertAnswer(browser.raw("GET", "api/orders", ACCESS + "=" + token, "")).hasStatus(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Open Liberty", "Payara"})
  void an_application_with_the_library_still_injects_the_server_s_token(String name) {
    Browser both = new Browser(server(name).url("both"));
    assertThat(both.get("api/both/beans").body()).isNotEmpty().doesNotContain("io.smallrye");
    String token = tokenOf("alice", "reader");
    String cookies = "sIdRefreshToken=x; sAccessToken=" + token;
    both.sending("Authorization", "Bearer " + token);
    assertAnswer(both.raw("GET", "api/both", cookies, "")).saysOk("alice alice alice true");
    assertAnswer(both.get("api/both")).saysOk("alice alice alice true");
    assertAnswer(both.get("api/both/alone")).saysOk("alice false");
    both.sending("Authorization", "Bearer " + tokenOf("alice", "visitor"));
    assertAnswer(both.get("api/both/alone")).hasStatus(403);
    assertAnswer(new Browser(server(name).url("both")).get("api/both/alone")).hasStatus(401);
  }

  /** Payara keeps public keys as long as their answer allows, and never looks for a missing one. */
  @Test
  void nobody_notices_two_rotations_of_the_key() throws InterruptedException {
    List<SteadyCaller> callers =
        services().map(service -> new SteadyCaller(service, issuer)).toList();
    callers.forEach(Thread::start);
    try {
      awaitKeys(callers, 1, Instant.now());
      for (int rotations = 1; rotations <= 2; rotations++) {
        Instant signs = Instant.parse(new Browser(issuer).post("api/login/rotation").body());
        awaitKeys(callers, 1 + rotations, signs);
      }
    } finally {
      for (SteadyCaller caller : callers) {
        caller.end();
      }
    }
    callers.forEach(System.out::println);
    for (SteadyCaller caller : callers) {
      assertThat(caller.failures()).as(caller.toString()).isEmpty();
      // one more where the slot of the first key ends meanwhile, as it does at midnight
      assertThat(caller.keyIds()).as(caller.toString()).hasSizeBetween(3, 4);
      assertThat(caller.requests()).as(caller.toString()).isGreaterThan(100);
    }
  }

  /**
   * Until tokens of so many keys were accepted everywhere, and something went wrong at the latest.
   */
  private static void awaitKeys(List<SteadyCaller> callers, int keys, Instant from)
      throws InterruptedException {
    Instant end = from.plusSeconds(60);
    while (callers.stream().anyMatch(caller -> caller.keyIds().size() < keys)
        && callers.stream().allMatch(caller -> caller.failures().isEmpty())
        && Instant.now().isBefore(end)) {
      Thread.sleep(200);
    }
  }

  private static ServerProcess server(String name) {
    return Stream.of(liberty, payara)
        .filter(server -> server.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String tokenOf(String user, String groups) {
    return new Browser(issuer).loggedIn(user, groups).cookie(ACCESS);
  }
}
