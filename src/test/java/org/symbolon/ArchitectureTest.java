package org.symbolon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.symbolon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_public_api_stands_alone =
      noClasses()
          .that()
          .resideInAPackage("org.symbolon")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.symbolon.(*)..");
}
