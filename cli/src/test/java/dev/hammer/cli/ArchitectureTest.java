package dev.hammer.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The arrows of the house: doors to app, app to checks and stores, those to aws and policy, all to
 * core.
 */
class ArchitectureTest {
  private static JavaClasses house;

  @BeforeAll
  static void enter() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.hammer");
  }

  @Test
  void theWholeHouseIsSeen() {
    assertThat(house.size()).isBetween(250, 5_000);
    for (String room :
        List.of("core", "policy", "json", "aws", "checks", "stores", "demo", "app", "cli")) {
      assertThat(house.stream().map(JavaClass::getPackageName))
          .anyMatch(name -> name.startsWith("dev.hammer." + room));
    }
  }

  @Test
  void arrowsPointOneWay() {
    Architectures.layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("dev.hammer..")
        .layer("core")
        .definedBy("dev.hammer.core..")
        .layer("policy")
        .definedBy("dev.hammer.policy..")
        .layer("json")
        .definedBy("dev.hammer.json..")
        .layer("aws")
        .definedBy("dev.hammer.aws..")
        .layer("checks")
        .definedBy("dev.hammer.checks..")
        .layer("stores")
        .definedBy("dev.hammer.stores..")
        .layer("app")
        .definedBy("dev.hammer.app..")
        .layer("demo")
        .definedBy("dev.hammer.demo..")
        .layer("cli")
        .definedBy("dev.hammer.cli..")
        .optionalLayer("testing")
        .definedBy("dev.hammer.testing..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("demo")
        .mayOnlyBeAccessedByLayers("cli", "testing")
        .whereLayer("app")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("stores")
        .mayOnlyBeAccessedByLayers("app")
        .whereLayer("checks")
        .mayOnlyBeAccessedByLayers("app", "cli")
        .whereLayer("aws")
        .mayOnlyBeAccessedByLayers("checks", "stores", "app", "cli")
        .whereLayer("policy")
        .mayOnlyBeAccessedByLayers("checks", "app", "cli")
        .whereLayer("json")
        .mayOnlyBeAccessedByLayers("stores", "app", "cli")
        .whereLayer("core")
        .mayOnlyBeAccessedByLayers("json", "aws", "checks", "stores", "app", "cli", "testing")
        .check(house);
  }

  @Test
  void coreNeedsNothingButTheJdkAndAnnotations() {
    classes()
        .that()
        .resideInAPackage("dev.hammer.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.hammer.core..", "java..", "org.jspecify..", "org.slf4j..")
        .check(house);
  }

  @Test
  void policyIsALibraryOfItsOwn() {
    classes()
        .that()
        .resideInAPackage("dev.hammer.policy..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.hammer.policy..", "java..", "org.jspecify..", "tools.jackson.core..")
        .check(house);
  }

  @Test
  void onlyReadersTheConnectionAndTheStoreInAwsKnowItsSdk() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.hammer.core..",
            "dev.hammer.policy..",
            "dev.hammer.json..",
            "dev.hammer.stores.sqlite..",
            "dev.hammer.app..",
            "dev.hammer.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..")
        .check(house);
  }

  @Test
  void nothingWritesToAws() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.hammer.aws..", "dev.hammer.checks..")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a mutating operation of an AWS client",
                call ->
                    call.getTargetOwner()
                            .getPackageName()
                            .startsWith("software.amazon.awssdk.services")
                        && call.getTargetOwner().getSimpleName().endsWith("Client")
                        && MUTATING.stream().anyMatch(call.getName()::startsWith)))
        .check(house);
  }

  private static final List<String> MUTATING =
      List.of(
          "put",
          "create",
          "delete",
          "modify",
          "update",
          "set",
          "add",
          "remove",
          "attach",
          "detach",
          "authorize",
          "revoke",
          "enable",
          "disable",
          "start",
          "stop",
          "reset",
          "tag",
          "untag",
          "register",
          "deregister",
          "copy",
          "restore",
          "send",
          "generate");

  @ParameterizedTest
  @ValueSource(strings = {"core", "policy", "checks", "app", "cli", "demo"})
  void noModuleHasPackageCycles(String module) {
    slices().matching("dev.hammer." + module + ".(*)..").should().beFreeOfCycles().check(house);
  }
}
