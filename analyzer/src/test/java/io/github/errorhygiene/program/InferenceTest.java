package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Types of generic calls. {@code Person} has {@code name}, {@code age}, {@code tags} and {@code
 * boss}.
 */
class InferenceTest {
  private static final String PERSON =
      """
      record Person(String name, int age, List<String> tags, Optional<Person> boss) {}
      List<Person> people;
      Map<String, Person> byName;
      static class Missing extends RuntimeException { Missing() {} Missing(String text) {} }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          people.get(0)                                                         | Person
          people.stream()                                                       | Stream<Person>
          people.stream().map(p -> p.name())                                    | Stream<String>
          people.stream().map(Person::name)                                     | Stream<String>
          people.stream().map(p -> p.name()).findFirst()                        | Optional<String>
          people.stream().map(p -> { return p.age(); })                         | Stream<Integer>
          people.stream().mapToInt(Person::age).sum()                           | int
          people.stream().filter(p -> p.age() > 1).toList()                     | List<Person>
          people.stream().flatMap(p -> p.tags().stream())                       | Stream<String>
          people.stream().collect(Collectors.toList())                          | List<Person>
          people.stream().map(p -> p.name()).collect(Collectors.toSet())        | Set<String>
          people.stream().collect(Collectors.toMap(p -> p.name(), p -> p))      | Map<String, Person>
          people.stream().collect(Collectors.toMap(Person::name, Function.identity())) | Map<String, Person>
          people.stream().collect(Collectors.groupingBy(Person::age))           | Map<Integer, List<Person>>
          people.stream().collect(Collectors.groupingBy(p -> p.name(), TreeMap::new, Collectors.counting())) | TreeMap<String, Long>
          people.stream().collect(Collectors.toCollection(ArrayList::new))      | ArrayList<Person>
          people.stream().map(Person::name).collect(Collectors.joining())       | String
          people.stream().map(Person::name).toArray(String[]::new)              | String[]
          people.stream().sorted(Comparator.comparing(Person::name))            | Stream<Person>
          people.stream().max(Comparator.comparing(p -> p.age())).get()         | Person
          people.stream().map(Person::age).reduce(0, Integer::sum)              | Integer
          people.stream().reduce(0, (n, p) -> n + p.age(), Integer::sum)        | Integer
          people.get(0).boss().flatMap(Person::boss).map(Person::name)          | Optional<String>
          people.get(0).boss().orElseThrow(() -> new Missing())                 | Person
          people.get(0).boss().orElseThrow(Missing::new)                        | Person
          Optional.of(people.get(0)).map(p -> p.tags())                         | Optional<List<String>>
          Optional.ofNullable(people.get(0).name()).orElseGet(() -> "x")        | String
          byName.entrySet().stream().map(e -> e.getValue().age())               | Stream<Integer>
          byName.computeIfAbsent("x", k -> people.get(0))                       | Person
          byName.values().iterator().next()                                     | Person
          CompletableFuture.supplyAsync(() -> people.get(0)).thenApply(p -> p.name()).join() | String
          CompletableFuture.supplyAsync(() -> 1).thenCompose(n -> CompletableFuture.completedFuture("x")) | CompletableFuture<String>
          CompletableFuture.supplyAsync(() -> 1).handle((n, e) -> e == null ? "a" : "b") | CompletableFuture<String>
          Arrays.asList(1, 2)                                                   | List<Integer>
          List.of("a", "b").get(0)                                              | String
          Map.of("a", 1).entrySet().iterator().next().getKey()                  | String
          IntStream.range(0, 3).mapToObj(i -> people.get(i))                    | Stream<Person>
          Stream.of(1, 2).map(n -> n * 2L)                                      | Stream<Long>
          new ArrayList<>(people)                                               | ArrayList<Person>
          people.get(0).getClass()                                              | Class<? extends Person>
          Objects.requireNonNull(people.get(0))                                 | Person
          true ? people.get(0) : null                                           | Person
          people.stream().flatMap(p -> p.age() > 1 ? Stream.empty() : p.tags().stream()) | Stream<String>
          people.stream().flatMap(p -> { if (p.age() > 1) { return Stream.empty(); } return p.tags().stream(); }) | Stream<String>
          CompletableFuture.supplyAsync(() -> 1).thenCompose(n -> { if (n > 1) { return CompletableFuture.completedFuture(null); } return CompletableFuture.completedFuture("x"); }) | CompletableFuture<String>
          Optional.of(1).flatMap(n -> Optional.empty())                         | Optional<Object>
          """)
  void expression(String expression, String type) {
    Linked linked =
        Linked.ofStatements(
            "var result = " + expression + "; use(result);", "void use(Object o) {}", PERSON);

    assertThat(linked.variable("result")).isEqualTo(type.replace("Person", "Test.Person"));
    assertThat(linked.unresolved()).isEmpty();
  }

  @Test
  void aLambdaInACallMayTakeWhatAnotherArgumentTells() {
    Linked linked =
        Linked.ofStatements(
            """
            Comparator<Person> order =
                Comparator.comparing(Person::name)
                    .thenComparing(Person::name, Comparator.comparing(name -> name.length()));
            """,
            PERSON);

    assertThat(linked.target("length")).isEqualTo("java.lang.String#length()");
  }

  @Test
  void aVariableBoundedByAnotherTellsIt() {
    Linked linked =
        Linked.ofStatements(
            "var result = first(people); use(result);",
            "<T, C extends Collection<T>> T first(C all) { return null; }",
            "void use(Object o) {}",
            PERSON);

    assertThat(linked.variable("result")).isEqualTo("Test.Person");
  }

  @Test
  void whatAWildcardStandsForHasTheBoundOfItsParameter() {
    Linked linked =
        Linked.ofStatements(
            "spec().on(text -> text.length()).on(text -> text.trim());",
            "interface Spec<S extends Spec<S>> { S on(Consumer<String> action); }",
            "Spec<?> spec() { return null; }");

    assertThat(linked.unresolved()).isEmpty();
  }
}
