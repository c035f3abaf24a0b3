package io.github.errorhygiene;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CheckReturnValue;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The invariants of ARCHITECTURE.md that can be read off the class files. */
class ArchitectureTest {
  private static final String ROOT = "io.github.errorhygiene";

  /** What each package may see of the others. The arrows point one way: see the code map. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("unit", Set.of()),
          Map.entry("yaml", Set.of("unit")),
          Map.entry("cache", Set.of("unit")),
          Map.entry("source", Set.of("unit", "cache")),
          Map.entry("openapi", Set.of("unit", "source")),
          Map.entry("classfile", Set.of("unit")),
          Map.entry("program", Set.of("unit", "source", "classfile")),
          Map.entry("contract", Set.of("unit")),
          Map.entry("catalogue", Set.of("unit", "yaml", "contract")),
          Map.entry("domain", Set.of("unit", "program", "contract")),
          Map.entry("schema", Set.of("unit", "source")),
          Map.entry("text", Set.of("unit", "program", "catalogue", "contract", "domain")),
          Map.entry("idiom", Set.of("unit", "program", "domain")),
          Map.entry("library", Set.of("unit", "program", "catalogue", "contract", "domain")),
          Map.entry(
              "escape",
              Set.of(
                  "unit",
                  "schema",
                  "program",
                  "catalogue",
                  "contract",
                  "domain",
                  "text",
                  "idiom",
                  "library")),
          Map.entry(
              "proxy", Set.of("unit", "program", "catalogue", "contract", "domain", "escape")),
          Map.entry("template", Set.of("unit", "source")),
          Map.entry("webxml", Set.of("unit", "source")),
          Map.entry(
              "web",
              Set.of(
                  "library",
                  "unit",
                  "program",
                  "catalogue",
                  "contract",
                  "domain",
                  "escape",
                  "openapi",
                  "template",
                  "webxml")),
          Map.entry(
              "servlet",
              Set.of(
                  "unit", "program", "catalogue", "contract", "domain", "escape", "web", "webxml")),
          Map.entry(
              "armeria",
              Set.of("unit", "program", "catalogue", "contract", "domain", "escape", "web")),
          Map.entry(
              "micronaut",
              Set.of(
                  "text", "unit", "program", "catalogue", "contract", "domain", "escape", "web")),
          Map.entry(
              "spring",
              Set.of(
                  "text",
                  "unit",
                  "source",
                  "program",
                  "catalogue",
                  "contract",
                  "domain",
                  "escape",
                  "web",
                  "servlet",
                  "openapi")),
          Map.entry(
              "routed",
              Set.of("unit", "program", "catalogue", "contract", "domain", "escape", "web")),
          Map.entry(
              "jaxrs",
              Set.of(
                  "text",
                  "unit",
                  "program",
                  "catalogue",
                  "contract",
                  "domain",
                  "escape",
                  "web",
                  "servlet")),
          Map.entry("rule", Set.of("unit", "contract")),
          Map.entry("remedy", Set.of("contract", "rule")),
          Map.entry("report", Set.of("unit", "contract", "rule")),
          Map.entry("policy", Set.of("unit", "yaml", "contract", "catalogue", "rule")),
          Map.entry(
              "analysis",
              Set.of(
                  "unit",
                  "cache",
                  "source",
                  "openapi",
                  "schema",
                  "classfile",
                  "program",
                  "catalogue",
                  "contract",
                  "domain",
                  "escape",
                  "proxy",
                  "web",
                  "armeria",
                  "micronaut",
                  "servlet",
                  "routed",
                  "spring",
                  "jaxrs",
                  "template",
                  "webxml",
                  "rule",
                  "remedy",
                  "policy",
                  "report")),
          Map.entry(
              "suggest",
              Set.of("unit", "source", "contract", "rule", "remedy", "report", "analysis")),
          Map.entry(
              "cli",
              Set.of(
                  "unit", "yaml", "contract", "rule", "policy", "report", "analysis", "suggest")));

  /** Packages of the plan that do not exist yet. A package that has come leaves this list. */
  private static final Set<String> PLANNED = Set.of();

  private static final List<String> DOING_IO =
      List.of(
          "cache",
          "source",
          "openapi",
          "classfile",
          "policy",
          "report",
          "analysis",
          "suggest",
          "cli");

  /** Exempt for what they will do: once they do, they leave this list. */
  private static final Set<String> WITHOUT_IO_SO_FAR = Set.of();

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void everyPackageHasItsPlaceInTheMap() {
    assertThat(Stream.concat(present(), PLANNED.stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
  }

  @ParameterizedTest
  @MethodSource("present")
  void packagesSeeOnlyWhatTheMapAllows(String name) {
    var allowed =
        Stream.concat(Stream.of(name), ARROWS.getOrDefault(name, Set.of()).stream())
            .map(ArchitectureTest::all)
            .toArray(String[]::new);

    classes()
        .that(resideInAPackage(all(name)))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(DescribedPredicate.not(resideInAPackage(ROOT + ".."))))
        .check(CODE);
  }

  @Test
  void syntaxTreesStayInTheSourceReader() {
    noClasses()
        .that()
        .resideOutsideOfPackage(all("source"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.javaparser..")
        .check(CODE);
  }

  @Test
  void byteCodeStaysInTheClassFileReader() {
    noClasses()
        .that()
        .resideOutsideOfPackage(all("classfile"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.objectweb.asm..")
        .check(CODE);
  }

  @Test
  void filesAreReadAndWrittenAtTheEdgesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            DOING_IO.stream().map(ArchitectureTest::all).toArray(String[]::new))
        .should()
        .dependOnClassesThat(doIo())
        .check(CODE);
  }

  @Test
  void everyExemptionIsNeeded() {
    assertThat(dependOn("source", resideInAPackage("com.github.javaparser.."))).isTrue();
    assertThat(dependOn("classfile", resideInAPackage("org.objectweb.asm.."))).isTrue();
    assertThat(DOING_IO)
        .filteredOn(name -> !WITHOUT_IO_SO_FAR.contains(name))
        .allMatch(name -> dependOn(name, doIo()));
  }

  @Test
  void noResultDependsOnTheClockOrOnChance() {
    noClasses()
        .that()
        .resideOutsideOfPackage(all("cli"))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(java.util.Random.class)
        .check(CODE);
  }

  @Test
  void theAnalyzerKnowsNoBuildTool() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.maven..", "org.gradle..", "com.puppycrawl..")
        .check(CODE);
  }

  @ParameterizedTest
  @MethodSource("present")
  void packagesAreNullMarkedAndTheirResultsMustBeUsed(String name) {
    for (JavaPackage each : packagesBelow(name)) {
      assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
      assertThat(each.isAnnotatedWith(CheckReturnValue.class)).as(each.getName()).isTrue();
    }
  }

  private static Stream<String> present() {
    return CODE.getPackage(ROOT).getSubpackages().stream()
        .map(JavaPackage::getRelativeName)
        .sorted();
  }

  private static List<JavaPackage> packagesBelow(String name) {
    var top = CODE.getPackage(ROOT + "." + name);
    return Stream.concat(Stream.of(top), top.getSubpackagesInTree().stream())
        .filter(p -> !p.getClasses().isEmpty())
        .toList();
  }

  private static boolean dependOn(String name, DescribedPredicate<JavaClass> target) {
    return CODE.that(resideInAPackage(all(name))).stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> target.test(dependency.getTargetClass()));
  }

  private static String all(String name) {
    return ROOT + "." + name + "..";
  }

  private static DescribedPredicate<JavaClass> doIo() {
    return DescribedPredicate.describe(
        "read or write files, archives or the network",
        type ->
            (type.getPackageName().equals("java.io") && !isHarmless(type))
                || type.getName().startsWith("java.nio.file.File")
                || resideInAnyPackage(
                        "java.nio.channels..",
                        "java.util.zip..",
                        "java.util.jar..",
                        "java.net.http..")
                    .test(type));
  }

  /** A bare stream is how a class reads its own resources; files need a type of their own. */
  private static boolean isHarmless(JavaClass type) {
    return type.isEquivalentTo(InputStream.class)
        || type.isEquivalentTo(Serializable.class)
        || type.isEquivalentTo(IOException.class)
        || type.isEquivalentTo(UncheckedIOException.class);
  }
}
