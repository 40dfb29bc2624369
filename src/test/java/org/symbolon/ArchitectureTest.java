package org.symbolon;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floors of docs/architecture.md: a package uses lower floors only. */
@AnalyzeClasses(packages = "org.symbolon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packages_use_lower_floors_only =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("test")
          .definedBy("org.symbolon.test..")
          .layer("cdi")
          .definedBy("org.symbolon.cdi..")
          .layer("observability")
          .definedBy("org.symbolon.observability..")
          .layer("http")
          .definedBy("org.symbolon.http..")
          .layer("servlet")
          .definedBy("org.symbolon.servlet..")
          .layer("security")
          .definedBy("org.symbolon.security..")
          .layer("core")
          .definedBy("org.symbolon.core..")
          .layer("reference")
          .definedBy("org.symbolon.reference..")
          .layer("token")
          .definedBy("org.symbolon.token..")
          .layer("key")
          .definedBy("org.symbolon.key..")
          .layer("store")
          .definedBy("org.symbolon.store..")
          .layer("database")
          .definedBy("org.symbolon.database..")
          .layer("config")
          .definedBy("org.symbolon.config..")
          .layer("api")
          .definedBy("org.symbolon")
          .whereLayer("test")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("cdi")
          .mayOnlyBeAccessedByLayers("test")
          .whereLayer("observability")
          .mayOnlyBeAccessedByLayers("cdi")
          .whereLayer("security")
          .mayOnlyBeAccessedByLayers("cdi")
          .whereLayer("servlet")
          .mayOnlyBeAccessedByLayers("security")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("servlet", "security", "cdi")
          .whereLayer("core")
          .mayOnlyBeAccessedByLayers("observability", "cdi", "test")
          .whereLayer("reference")
          .mayOnlyBeAccessedByLayers("cdi")
          .whereLayer("token")
          .mayOnlyBeAccessedByLayers("reference", "core", "cdi", "test")
          .whereLayer("key")
          .mayOnlyBeAccessedByLayers("token", "reference", "observability", "cdi", "test")
          .whereLayer("store")
          .mayOnlyBeAccessedByLayers("token", "reference", "core", "observability", "cdi", "test")
          .whereLayer("database")
          .mayOnlyBeAccessedByLayers("key", "store", "cdi", "test")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers(
              "database",
              "key",
              "token",
              "reference",
              "core",
              "http",
              "servlet",
              "observability",
              "cdi",
              "test");

  @ArchTest
  static final ArchRule the_public_api_stands_on_the_jdk_and_json_alone =
      classes()
          .that()
          .resideInAPackage("org.symbolon")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.symbolon", "java..", "jakarta.json..", "org.jspecify..");

  @ArchTest
  static final ArchRule no_circles =
      slices().matching("org.symbolon.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule apis_that_a_server_may_lack_are_known_to_packages_of_their_own_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.symbolon.observability.(*)")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.opentelemetry..",
              "org.eclipse.microprofile.health..",
              "org.eclipse.microprofile.metrics..",
              "org.eclipse.microprofile.openapi..");

  @ArchTest
  static final ArchRule cdi_is_known_to_the_wiring_and_to_those_who_meet_requests_only =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "org.symbolon.cdi",
                      "org.symbolon.http..",
                      "org.symbolon.servlet",
                      "org.symbolon.security",
                      "org.symbolon.observability.health",
                      "org.symbolon.observability.metrics",
                      "org.symbolon.observability.telemetry")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.enterprise..", "jakarta.inject..");

  @ArchTest
  static final ArchRule jax_rs_is_known_to_those_who_meet_requests_only =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.symbolon.http..", "org.symbolon.servlet", "org.symbolon.security")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule jakarta_security_is_known_to_its_package_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.symbolon.security")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.security.enterprise..");

  @ArchTest
  static final ArchRule servlets_are_known_to_their_package_and_to_security_only =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.symbolon.servlet", "org.symbolon.security")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.servlet..");

  @ArchTest
  static final ArchRule generations_of_clients_are_known_to_their_transports_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.symbolon.http.transport")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org.symbolon.http.transport.(CookieTransport|FrontToken.*|TransferMode.*|Bearer.*)");

  @ArchTest
  static final ArchRule hibernate_is_known_to_those_who_store_only =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "org.symbolon.database", "org.symbolon.store", "org.symbolon.key")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.hibernate..", "jakarta.persistence..");

  @ArchTest
  static final ArchRule http_sessions_are_not_used =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.servlet.http.HttpSession")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.enterprise.context.SessionScoped");

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Impl|Manager2)");

  @Test
  void files_are_short() throws IOException {
    List<Long> lengths = new java.util.ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> lengths.add(lines(file)));
    }
    lengths.sort(null);
    assertThat(lengths.get(lengths.size() / 2)).as("median").isLessThanOrEqualTo(60);
    assertThat(lengths.get(lengths.size() - 1)).as("longest").isLessThanOrEqualTo(250);
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
