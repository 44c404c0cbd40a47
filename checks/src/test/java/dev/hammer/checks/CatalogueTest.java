package dev.hammer.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Scope;
import dev.hammer.core.check.Setting;
import dev.hammer.core.check.SettingType;
import dev.hammer.core.scan.ReaderPlan;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
  private static final String WORDS = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

  static List<CheckType<?>> checks() {
    return Catalogue.checks();
  }

  @Test
  void idsAreSortedAndUnique() {
    assertThat(Catalogue.infos())
        .extracting(CheckInfo::id)
        .doesNotHaveDuplicates()
        .isSorted()
        .allMatch(id -> id.matches(WORDS))
        .contains("s3_bucket_acl", "s3_bucket_policy", "s3_encryption", "sqs_public_access");
  }

  @Test
  void tablesAreUnique() {
    assertThat(Catalogue.infos())
        .extracting(CheckInfo::table)
        .doesNotHaveDuplicates()
        .allMatch(table -> table.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void everyCheckThereIsIsListed() throws IOException, URISyntaxException {
    Set<String> listed =
        checks().stream().map(type -> checkOf(type).getName()).collect(Collectors.toSet());

    assertThat(checksOnTheClassPath())
        .contains("dev.hammer.checks.s3.PublicBucketAcl")
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void aCheckKnowsItself(CheckType<?> type) {
    assertThat(type.make(CheckContext.DEFAULTS).info()).isEqualTo(type.info());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void aTestOfTheRightNameIsThere(CheckType<?> type) {
    String test = checkOf(type).getName() + "Test";

    assertThatCode(() -> Class.forName(test)).as(test).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void titlesAreSentencesWithoutAPeriod(CheckType<?> type) {
    assertThat(type.info().title()).matches("[A-Z].*[^.]").hasSizeLessThan(80);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void thePageHasItsFourParts(CheckType<?> type) {
    List<String> headings =
        CheckPages.text(type.info()).lines().filter(line -> line.startsWith("#")).toList();

    assertThat(headings)
        .containsExactly("## Why it matters", "## What is read", "## By hand", "## Limits");
  }

  @ParameterizedTest
  @MethodSource("checks")
  void actionsAreWellFormed(CheckType<?> type) {
    assertThat(type.info().actions())
        .isNotEmpty()
        .allMatch(action -> action.matches("[a-z][a-z0-9-]*:[A-Z][A-Za-z0-9]+"))
        .as("only what looks, never what changes")
        .allMatch(action -> action.matches(".*:(Get|List|Describe).*"));
  }

  @ParameterizedTest
  @MethodSource("checks")
  void theListingDecidesFirst(CheckType<?> type) {
    assertThat(type.info().decides().getFirst()).isEqualTo(type.reader().listing());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void noCallBothDecidesAndExplains(CheckType<?> type) {
    assertThat(type.info().calls())
        .hasSize(type.info().decides().size() + type.info().explains().size());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void settingsHaveValidDefaults(CheckType<?> type) {
    assertThat(type.info().settings())
        .extracting(Setting::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches(WORDS));
    type.info().settings().forEach(CatalogueTest::assertDefaultIsValid);
  }

  @Test
  void aServiceIsReadInOneWay() {
    Map<String, Set<Scope>> scopes = new HashMap<>();
    checks()
        .forEach(
            type ->
                scopes
                    .computeIfAbsent(type.info().service(), _ -> new HashSet<>())
                    .add(type.reader().scope()));

    assertThat(scopes).allSatisfy((_, all) -> assertThat(all).hasSize(1));
    assertThat(Catalogue.scopeOf("s3")).isEqualTo(Scope.GLOBAL);
    assertThat(Catalogue.scopeOf("sqs")).isEqualTo(Scope.REGIONAL);
  }

  @Test
  void checksOfOneResourceShareOneReader() {
    List<ReaderPlan<?>> plans =
        Catalogue.plans(
            TestScope.in("global"),
            "s3",
            Map.of(
                "s3_bucket_acl", CheckContext.DEFAULTS,
                "s3_encryption", CheckContext.DEFAULTS,
                "sqs_public_access", CheckContext.DEFAULTS));

    assertThat(plans).hasSize(1);
    assertThat(plans.getFirst().checks())
        .extracting(check -> check.info().id())
        .containsExactly("s3_bucket_acl", "s3_encryption");
  }

  private static Class<?> checkOf(CheckType<?> type) {
    return type.make(CheckContext.DEFAULTS).getClass();
  }

  private static List<String> checksOnTheClassPath() throws IOException, URISyntaxException {
    Path root =
        Path.of(Catalogue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .filter(CatalogueTest::isCheck)
          .sorted()
          .toList();
    }
  }

  private static boolean isCheck(String name) {
    try {
      Class<?> type = Class.forName(name, false, CatalogueTest.class.getClassLoader());
      return Check.class.isAssignableFrom(type)
          && !type.isInterface()
          && !Modifier.isAbstract(type.getModifiers());
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static <T> void assertDefaultIsValid(Setting<T> setting) {
    List<String> problems = new ArrayList<>();
    SettingType.Problems told = (index, message, remedy) -> problems.add(message);
    SettingType<T> type = setting.type();

    assertThat(type.read(type.show(setting.fallback()), told))
        .as(setting.name())
        .contains(setting.fallback());
    assertThat(problems).isEmpty();
    assertThat(setting.about()).endsWith(".");
  }
}
