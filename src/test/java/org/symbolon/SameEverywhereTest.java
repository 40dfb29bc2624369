package org.symbolon;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Nothing asks the machine for its zone, its locale, or a clock that was not passed in. What
 * formats numbers by the default locale, Error Prone finds in the build ({@code DefaultLocale}).
 */
@AnalyzeClasses(packages = "org.symbolon", importOptions = ImportOption.DoNotIncludeTests.class)
class SameEverywhereTest {

  private static final Set<String> ALLOWED =
      Set.of(
          // a schedule is meant in the server's zone
          "org.symbolon.cdi.ScheduledCleanup",
          // begins with the machine's time and passes it on
          "org.symbolon.cdi.SessionDatabase",
          // for tests of applications
          "org.symbolon.test.SessionsInMemory");

  private static final Set<String> ALWAYS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.InstantSource.system",
          "java.time.ZoneId.systemDefault",
          "java.time.format.DateTimeFormatter.ofLocalizedDate",
          "java.time.format.DateTimeFormatter.ofLocalizedTime",
          "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
          "java.util.TimeZone.getDefault",
          "java.util.Calendar.getInstance",
          "java.util.Locale.getDefault",
          "java.text.MessageFormat.format",
          "java.text.MessageFormat.<init>",
          "java.text.SimpleDateFormat.<init>",
          "java.text.DecimalFormat.<init>");

  private static final Set<String> WITHOUT_AN_ARGUMENT =
      Set.of(
          "java.lang.String.toLowerCase", "java.lang.String.toUpperCase", "java.util.Date.<init>");

  private static final DescribedPredicate<JavaAccess<?>> ASKS_THE_MACHINE =
      describe(
          "ask the machine",
          access -> access instanceof JavaCodeUnitAccess<?> use && asksTheMachine(use.getTarget()));

  @ArchTest
  static final ArchRule time_zone_and_locale_are_passed_in =
      noClasses()
          .that(not(describe("are allowed to", SameEverywhereTest::isAllowed)))
          .should()
          .accessTargetWhere(ASKS_THE_MACHINE);

  private static boolean isAllowed(JavaClass type) {
    return ALLOWED.contains(type.getName());
  }

  private static boolean asksTheMachine(CodeUnitAccessTarget target) {
    String method = target.getOwner().getName() + "." + target.getName();
    int arguments = target.getRawParameterTypes().size();
    return ALWAYS.contains(method)
        || (WITHOUT_AN_ARGUMENT.contains(method) && arguments == 0)
        || (method.matches("java\\.time\\..*\\.now")
            && target.getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Clock.class)))
        || (method.equals("java.time.format.DateTimeFormatter.ofPattern") && arguments == 1);
  }

  @Test
  void the_rule_finds_each_kind() {
    List<String> found =
        noClasses()
            .should()
            .accessTargetWhere(ASKS_THE_MACHINE)
            .evaluate(new ClassFileImporter().importClasses(Asking.class))
            .getFailureReport()
            .getDetails();
    assertThat(found).hasSize(Asking.WAYS);
  }

  @SuppressWarnings({"all", "StringCaseLocaleUsage", "JavaTimeDefaultTimeZone", "JavaUtilDate"})
  private static final class Asking {
    static final int WAYS = 19;

    static List<Object> all() {
      return List.of(
          Instant.now(),
          LocalDate.now(),
          ZonedDateTime.now(ZoneId.systemDefault()),
          System.currentTimeMillis(),
          InstantSource.system(),
          TimeZone.getDefault(),
          Calendar.getInstance(),
          new Date(),
          Locale.getDefault(),
          "TITLE".toLowerCase(),
          MessageFormat.format("{0}", 1000),
          new SimpleDateFormat("dd"),
          List.of(new DecimalFormat("0"), DateTimeFormatter.ofPattern("MMM")));
    }

    static List<Supplier<Object>> later() {
      return List.of(Instant::now, ZoneId::systemDefault, Date::new, "TITLE"::toLowerCase);
    }

    static List<Object> none() {
      return List.of(
          Instant.now(Clock.fixed(Instant.EPOCH, ZoneId.of("Z"))),
          new Date(0),
          "TITLE".toLowerCase(Locale.ROOT),
          DateTimeFormatter.ofPattern("MMM", Locale.ROOT));
    }
  }
}
