package io.github.errorhygiene.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
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

  static List<String> files() throws YamlException {
    return BundledFiles.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void entriesAreFoundByIndentationAsByYaml(String file) throws YamlException {
    Map<String, Map<String, Chunk>> sections = new TreeMap<>();
    Chunk.split(file, BundledFiles.text(file), sections);
    YamlRow root = YamlRow.parse(file, BundledFiles.text(file));
    assertThat(sections.keySet()).containsExactlyElementsOf(root.keys());
    for (String section : root.keys()) {
      Map<String, Chunk> entries = Objects.requireNonNull(sections.get(section));
      assertThat(entries.keySet()).containsExactlyElementsOf(root.section(section).keys());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void typesAreSorted(String file) throws YamlException {
    YamlRow root = YamlRow.parse(file, BundledFiles.text(file));
    for (String section : root.keys()) {
      assertThat(List.copyOf(root.section(section).keys())).isSorted();
    }
  }

  @Test
  void noTypeStandsInTwoFiles() throws YamlException {
    List<String> names = new ArrayList<>();
    for (String file : files()) {
      YamlRow root = YamlRow.parse(file, BundledFiles.text(file));
      for (String section : root.keys()) {
        root.section(section).keys().forEach(name -> names.add(section + " " + name));
      }
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void methodNamesAreSortedAndUnique() {
    assertThat(CATALOGUE.methodRows())
        .allSatisfy(row -> assertThat(row.names()).isSorted().doesNotHaveDuplicates());
  }

  @Test
  void aRowSaysSomething() {
    assertThat(CATALOGUE.methodRows()).noneMatch(CatalogueDataTest::saysNothing);
  }

  private static boolean saysNothing(MethodRow row) {
    boolean throwsOrReturns =
        row.thrown() != null || row.absent() != null || row.data() != null || row.id() != null;
    boolean acts =
        row.runs() != null || row.releases() != null || row.guard() != null || row.log() != null;
    return !throwsOrReturns && !acts && row.gives() == null && row.shows() == null;
  }

  @Test
  void noBundledRowIsTheUsers() {
    assertThat(CATALOGUE.methodRows()).noneMatch(row -> row.provenance() == Provenance.USER);
    assertThat(CATALOGUE.exceptionRows()).noneMatch(row -> row.provenance() == Provenance.USER);
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

  @Test
  void exceptionsOfThePlatformExist() {
    assertThat(CATALOGUE.exceptionRows())
        .filteredOn(row -> row.name().startsWith("java."))
        .hasSizeGreaterThan(100)
        .allSatisfy(row -> assertThat(load(row.name())).as(row.name()).isPresent());
  }

  @Test
  void superclassesAreRight() {
    for (ExceptionRow row : CATALOGUE.exceptionRows()) {
      Optional<Class<?>> type = load(row.name());
      if (type.isPresent()) {
        assertThat(CATALOGUE.supertypes(row.name()))
            .containsExactlyElementsOf(superclasses(type.get()));
      }
    }
  }

  private static List<String> superclasses(Class<?> exception) {
    List<String> names = new ArrayList<>();
    for (Class<?> type = exception; type != Object.class; type = type.getSuperclass()) {
      names.add(type.getName());
    }
    return names;
  }

  @Test
  void checkedIsWhatTheCompilerDemands() {
    assertThat(CATALOGUE.exceptionRows())
        .filteredOn(row -> row.name().startsWith("java."))
        .allSatisfy(
            row ->
                assertThat(row.checked())
                    .as(row.name())
                    .isEqualTo(isChecked(load(row.name()).orElseThrow())));
  }

  private static boolean isChecked(Class<?> type) {
    return !RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type);
  }

  @Test
  void ownersOfThePlatformExist() {
    assertThat(CATALOGUE.methodRows())
        .filteredOn(row -> row.owner().startsWith("java."))
        .filteredOn(row -> !NewerMethods.OWNERS.contains(row.owner()))
        .allSatisfy(row -> assertThat(load(row.owner())).as(row.owner()).isPresent());
  }

  @Test
  void methodsExist() {
    List<String> missing = new ArrayList<>();
    for (MethodRow row : CATALOGUE.methodRows()) {
      load(row.owner()).ifPresent(owner -> missing.addAll(missing(owner, row)));
    }
    assertThat(missing).isEmpty();
  }

  private static List<String> missing(Class<?> owner, MethodRow row) {
    return row.names().stream()
        .filter(name -> !NewerMethods.contains(row.owner(), name) && !exists(owner, name, row))
        .map(name -> row.owner() + "#" + name)
        .toList();
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
    Stream<Method> ofSubclasses =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(method -> Modifier.isProtected(method.getModifiers()));
    return Stream.concat(Arrays.stream(owner.getMethods()), ofSubclasses)
        .filter(method -> method.getName().equals(name))
        .map(Executable.class::cast)
        .toList();
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
            "newVirtualThreadPerTaskExecutor",
            "startVirtualThread");

    private static final List<String> OWNERS = List.of("java.lang.Thread$Builder");

    static boolean contains(String owner, String name) {
      return owner.startsWith("java.") && SINCE_19_OR_21.contains(name);
    }
  }
}
