package io.github.errorhygiene.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bundled rows agree with each other and with the Java platform and whatever libraries are on
 * the class path.
 */
class CatalogueDataTest {
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  static List<String> files() throws CatalogueException {
    return BundledFiles.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void typesAreSorted(String file) throws CatalogueException {
    YamlRow root = YamlRow.parse(file, BundledFiles.text(file));
    for (String section : List.of("exceptions", "methods")) {
      YamlRow rows = root.row(section);
      assertThat(rows == null ? List.<String>of() : List.copyOf(rows.keys())).isSorted();
    }
  }

  @Test
  void noTypeStandsInTwoFiles() throws CatalogueException {
    List<String> names = new ArrayList<>();
    for (String file : files()) {
      YamlRow root = YamlRow.parse(file, BundledFiles.text(file));
      for (String section : List.of("exceptions", "methods")) {
        YamlRow rows = root.row(section);
        names.addAll(
            rows == null
                ? List.of()
                : rows.keys().stream().map(name -> section + " " + name).toList());
      }
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void methodNamesAreSortedAndNoRowStandsTwice() {
    assertThat(CATALOGUE.methodRows())
        .allSatisfy(row -> assertThat(row.names()).isSorted().doesNotHaveDuplicates());
  }

  @Test
  void everyThrownTypeIsKnown() {
    SortedSet<String> unknown = new TreeSet<>();
    for (MethodRow row : CATALOGUE.methodRows()) {
      List<String> thrown = row.thrown() == null ? List.of() : row.thrown();
      thrown.stream().filter(type -> CATALOGUE.exception(type).isEmpty()).forEach(unknown::add);
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyChainEndsAtThrowable() {
    assertThat(CATALOGUE.exceptionRows())
        .allSatisfy(
            row -> assertThat(CATALOGUE.supertypes(row.name())).endsWith("java.lang.Throwable"));
  }

  static Stream<ExceptionRow> loadableExceptions() {
    return CATALOGUE.exceptionRows().stream().filter(row -> load(row.name()).isPresent());
  }

  @Test
  void exceptionsOfThePlatformExist() {
    assertThat(CATALOGUE.exceptionRows())
        .filteredOn(row -> row.name().startsWith("java."))
        .hasSizeGreaterThan(100)
        .allSatisfy(row -> assertThat(load(row.name())).as(row.name()).isPresent());
  }

  @ParameterizedTest
  @MethodSource("loadableExceptions")
  void superclassesAreRight(ExceptionRow row) {
    List<String> expected = new ArrayList<>();
    for (Class<?> type = load(row.name()).orElseThrow();
        type != Object.class;
        type = type.getSuperclass()) {
      expected.add(type.getName());
    }
    assertThat(CATALOGUE.supertypes(row.name())).containsExactlyElementsOf(expected);
  }

  static Stream<MethodRow> loadableMethods() {
    return CATALOGUE.methodRows().stream().filter(row -> load(row.owner()).isPresent());
  }

  @Test
  void ownersOfThePlatformExist() {
    assertThat(CATALOGUE.methodRows())
        .filteredOn(row -> row.owner().startsWith("java."))
        .allSatisfy(row -> assertThat(load(row.owner())).as(row.owner()).isPresent());
  }

  @ParameterizedTest
  @MethodSource("loadableMethods")
  void methodsExist(MethodRow row) {
    Class<?> owner = load(row.owner()).orElseThrow();
    for (String name : row.names()) {
      assertThat(NewerMethods.contains(row.owner(), name) || exists(owner, name, row))
          .as(row.owner() + "#" + name)
          .isTrue();
    }
  }

  private static boolean exists(Class<?> owner, String name, MethodRow row) {
    return name.endsWith("*")
        || executables(owner, name).stream()
            .anyMatch(method -> row.accepts(parameters(method)) && reaches(method, row.depends()));
  }

  private static boolean reaches(Executable method, Depends depends) {
    return depends.arguments().isEmpty()
        || depends.arguments().last() < method.getParameterCount()
        || method.isVarArgs();
  }

  private static List<String> parameters(Executable method) {
    return Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
  }

  private static List<Executable> executables(Class<?> owner, String name) {
    if (name.equals("<init>")) {
      return List.copyOf(Arrays.<Executable>asList(owner.getDeclaredConstructors()));
    }
    List<Executable> found = new ArrayList<>();
    for (Method method : owner.getMethods()) {
      if (method.getName().equals(name)) {
        found.add(method);
      }
    }
    return found;
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(
          Class.forName(
              name, false, Objects.requireNonNull(CatalogueDataTest.class.getClassLoader())));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Methods of later platforms than the oldest one that the tests run on. */
  private static final class NewerMethods {
    private static final List<String> SINCE_19_OR_21 =
        List.of(
            "getFirst",
            "getLast",
            "removeFirst",
            "removeLast",
            "resultNow",
            "exceptionNow",
            "newVirtualThreadPerTaskExecutor");

    static boolean contains(String owner, String name) {
      return owner.startsWith("java.") && SINCE_19_OR_21.contains(name);
    }
  }
}
