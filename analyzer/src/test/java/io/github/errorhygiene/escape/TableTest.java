package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Maps in which a program looks up what to do. */
class TableTest {
  private static final String STEPS =
      """
      String open(String id) { throw new Conflict(); }
      String close(String id) { throw new OrderMissing(); }
      """;

  @Test
  void aFunctionRunsThatATableHoldsForTheKey() {
    assertThat(
            escapesOf(
                """
                Map<String, Function<String, String>> steps = Map.of("o", this::open, "c", this::close);
                void run(String id) { steps.get("o").apply(id); }
                """
                    + STEPS))
        .containsExactly("Conflict always");
  }

  @Test
  void anyFunctionOfATableRunsIfTheKeyIsNotKnown() {
    assertThat(
            escapesOf(
                """
                static final Map<String, Supplier<String>> STEPS =
                    Map.of("o", () -> { throw new Conflict(); }, "c", () -> { throw new OrderMissing(); });
                void run(String id) { if (STEPS.containsKey(id)) STEPS.get(id).get(); }
                """))
        .containsExactly("Conflict because REQUEST", "OrderMissing because REQUEST");
  }

  @Test
  void aTableIsFilledByTheConstructor() {
    assertThat(
            escapesOf(
                """
                final Map<String, Function<String, String>> steps = new HashMap<>();
                Test() { register("o", this::open); register("c", this::close); }
                void register(String key, Function<String, String> step) { steps.put(key, step); }
                void run(String id) { steps.get("c").apply(id); }
                """
                    + STEPS))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aTableIsFilledAfterConstruction() {
    assertThat(
            escapesOf(
                """
                final Map<Kind, Function<String, String>> steps = new EnumMap<>(Kind.class);
                @jakarta.annotation.PostConstruct
                void fill() { steps.put(Kind.OPEN, this::open); steps.put(Kind.CLOSE, this::close); }
                void run(String id) { steps.get(Kind.CLOSE).apply(id); }
                """
                    + STEPS,
                "enum Kind { OPEN, CLOSE }"))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aTableIsFilledWhenTheClassIsInitialised() {
    assertThat(
            escapesOf(
                """
                static final Map<Kind, Runnable> STEPS = new EnumMap<>(Kind.class);
                static {
                  STEPS.put(Kind.OPEN, () -> { throw new Conflict(); });
                  STEPS.put(Kind.CLOSE, () -> { throw new OrderMissing(); });
                }
                void run(String id) { STEPS.get(Kind.OPEN).run(); }
                """,
                "enum Kind { OPEN, CLOSE }"))
        .containsExactly("Conflict always");
  }

  @Test
  void anObjectOfATableIsOfItsClass() {
    assertThat(
            escapesOf(
                """
                static final Map<Class<?>, Step> STEPS =
                    Map.ofEntries(Map.entry(Order.class, new Open()), Map.entry(Customer.class, new Close()));
                void run(String id) { STEPS.get(Customer.class).go(); }
                """,
                """
                interface Step { void go(); }
                class Open implements Step { public void go() { throw new Conflict(); } }
                class Close implements Step { public void go() { throw new OrderMissing(); } }
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void ofManyFunctionsEachMayRun() {
    StringBuilder puts = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      puts.append("steps.put(\"k%d\", () -> {".formatted(i))
          .append(i == 29 ? "throw new Conflict(); });" : "});\n");
    }
    assertThat(
            escapesOf(
                "Map<String, Runnable> steps = new HashMap<>(); Test() { "
                    + puts
                    + "} void run(String id) { steps.getOrDefault(id, () -> {}).run(); }"))
        .containsExactly("Conflict always");
  }
}
