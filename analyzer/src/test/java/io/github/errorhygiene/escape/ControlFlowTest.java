package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.escapesOfBody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Loops, jumps and switches. */
class ControlFlowTest {
  private static final String STATUS = "enum Status { NEW, PAID, SENT }";

  @Test
  void whatALoopThrowsEscapes() {
    assertThat(escapesOfBody("while (id.length() > 3) throw new OrderMissing();"))
        .containsExactly("OrderMissing because REQUEST");
    assertThat(escapesOfBody("for (char c : id.toCharArray()) throw new OrderMissing();"))
        .containsExactly("OrderMissing because REQUEST");
    assertThat(escapesOfBody("do { throw new OrderMissing(); } while (id.isEmpty());"))
        .containsExactly("OrderMissing always");
  }

  @Test
  void afterALoopThatGoesToItsEndNothingWasDecided() {
    assertThat(
            escapesOfBody(
                """
                for (char c : id.toCharArray()) System.out.println(c);
                throw new OrderMissing();
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void afterASearchNothingWasFound() {
    assertThat(
            escapesOf(
                """
                private final List<Order> orders = new ArrayList<>();
                Order run(String id) {
                  for (Order order : orders) {
                    if (order.id().equals(id)) return order;
                  }
                  throw new OrderMissing();
                }
                """))
        .containsExactly("OrderMissing because REQUEST, absence");
    assertThat(
            escapesOf(
                """
                private final List<Order> orders = new ArrayList<>();
                Order run(String id) {
                  for (int i = 0; i < orders.size(); i++) {
                    if (orders.get(i).id().equals(id)) return orders.get(i);
                  }
                  throw new OrderMissing();
                }
                """))
        .containsExactly("OrderMissing because REQUEST, absence");
  }

  @Test
  void aSearchThatBreaksLeavesNullIfItFoundNothing() {
    assertThat(
            escapesOf(
                """
                List<Order> orders;
                void run(String id) {
                  Order found = null;
                  for (Order order : orders) {
                    if (order.id().equals(id)) { found = order; break; }
                  }
                  if (found == null) throw new OrderMissing();
                }
                """))
        .containsExactly("OrderMissing because REQUEST, absence");
  }

  @Test
  void whatALoopAssignsIsSeenInItsNextRound() {
    assertThat(
            escapesOfBody(
                """
                String text = "12";
                while (orders.count() > 0) {
                  Integer.parseInt(text);
                  text = id;
                }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aLoopConditionHoldsInsideAndNotAfter() {
    assertThat(
            escapesOfBody(
                """
                Order order = orders.findFirstByCustomer(id);
                while (order == null) order = orders.findFirstByCustomer(id);
                order.amount();
                """))
        .isEmpty();
  }

  @Test
  void nothingComesAfterAnEndlessLoopExceptByBreak() {
    assertThat(escapesOfBody("for (;;) { id.trim(); } ")).isEmpty();
    assertThat(escapesOfBody("while (true) { if (id.isEmpty()) break; } throw new OrderMissing();"))
        .hasSize(1);
  }

  @Test
  void aCaseForNullTakesWhatIsNull() {
    assertThat(
            escapesOfBody(
                """
                switch (orders.findFirstByCustomer(id)) {
                  case null -> {}
                  case Order order -> order.amount();
                }
                """))
        .isEmpty();
    assertThat(
            escapesOfBody(
                """
                Order order = orders.findFirstByCustomer(id);
                switch (order) {
                  case null -> throw new OrderMissing();
                  default -> order.amount();
                }
                order.amount();
                """))
        .containsExactly("OrderMissing because REQUEST, absence");
  }

  @Test
  void whatIsNullIsNullInItsCase() {
    String use = "switch (order) { %s -> order.amount(); case Order other -> other.amount(); }";
    String found = "Order order = orders.findFirstByCustomer(id); ";

    assertThat(escapesOfBody(found + use.formatted("case null")))
        .containsExactly("NullPointerException because REQUEST, absence");
    assertThat(escapesOfBody("switch (orders.findFirstByCustomer(id)) { default -> {} }"))
        .containsExactly("NullPointerException because REQUEST, absence");
    assertThat(escapesOfBody(found + "switch (order) { case null, default -> order.amount(); }"))
        .containsExactly("NullPointerException because REQUEST, absence");
  }

  @Test
  void aCaseForNullIsNotTakenByWhatIsNot() {
    assertThat(
            escapesOfBody(
                """
                switch ("a") {
                  case null -> throw new Conflict();
                  case "a" -> throw new OrderMissing();
                  default -> throw new Conflict();
                }
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void jumpsGoToTheirLabels() {
    assertThat(
            escapesOfBody(
                """
                outer:
                for (char a : id.toCharArray()) {
                  while (true) {
                    if (a == 'x') continue outer;
                    if (a == 'y') break outer;
                  }
                }
                throw new OrderMissing();
                """))
        .hasSize(1);
    assertThat(
            escapesOfBody(
                """
                check: {
                  if (id.isEmpty()) break check;
                  return;
                }
                throw new OrderMissing();
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void codeThatOnlyAnotherLoopsBreakWouldReachIsNeverReached() {
    assertThat(
            escapesOfBody(
                """
                while (true) {
                  while (true) { if (id.isEmpty()) break; }
                }
                """))
        .isEmpty();
  }

  @Test
  void aCaseThrowsBecauseOfTheSelector() {
    assertThat(
            escapesOfBody(
                """
                switch (id) {
                  case "a": throw new OrderMissing();
                  default: break;
                }
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void casesFallThroughWithoutBreak() {
    assertThat(
            escapesOfBody(
                """
                switch (1) {
                  case 1:
                  case 2: throw new OrderMissing();
                  case 3: throw new Conflict();
                }
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aKnownSelectorTakesItsCaseOnly() {
    assertThat(
            escapesOfBody(
                """
                switch ("b") {
                  case "a" -> throw new OrderMissing();
                  case "b" -> {}
                  default -> throw new Conflict();
                }
                """))
        .isEmpty();
  }

  @Test
  void aCaseMayBeNamedByAConstantOfTheProgram() {
    String run =
        """
        static final String LESS = "<"; static final String MORE = ">";
        void run(List<String> ids) { each(ids, LESS); each(ids, %s); }
        void each(List<String> ids, String sign) {
          for (String id : ids) {
            switch (sign) {
              case LESS -> {}
              case MORE -> {}
              default -> throw new IllegalArgumentException(sign);
            }
          }
        }
        """;
    assertThat(escapesOf(run.formatted("MORE"))).isEmpty();
    assertThat(escapesOf(run.formatted("\"=\"")))
        .containsExactly("IllegalArgumentException because REQUEST");
  }

  @Test
  void afterACaseThatReturnsTheSelectorDecides() {
    assertThat(
            escapesOfBody(
                """
                switch (id) {
                  case "a": return;
                }
                throw new OrderMissing();
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void whatASwitchYieldsIsItsValue() {
    assertThat(
            escapesOfBody(
                """
                String text = switch (id) {
                  case "a" -> "12";
                  default -> {
                    for (;;) { if (id.isEmpty()) break; }
                    yield id;
                  }
                };
                Integer.parseInt(text);
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aYieldGoesThroughAnInnerSwitch() {
    assertThat(
            escapesOfBody(
                """
                int n = switch (id) {
                  default -> {
                    switch (id) { case "x": yield 1; }
                    throw new OrderMissing();
                  }
                };
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void whereAllConstantsHaveACaseNothingElseHappens() {
    assertThat(
            escapesOf(
                """
                int run(Status status) {
                  switch (status) {
                    case NEW: return 1;
                    case PAID: return 2;
                    case SENT: return 3;
                  }
                  throw new IllegalStateException();
                }
                """,
                STATUS))
        .isEmpty();
    assertThat(
            escapesOf(
                """
                int run(Status status) {
                  return switch (status) {
                    case NEW -> 1;
                    case PAID, SENT -> 2;
                    default -> throw new IllegalStateException();
                  };
                }
                """,
                STATUS))
        .isEmpty();
  }

  @Test
  void whereAConstantHasNoCaseTheDefaultHappens() {
    assertThat(
            escapesOf(
                """
                int run(Status status) {
                  return switch (status) {
                    case NEW, PAID -> 1;
                    default -> throw new IllegalStateException();
                  };
                }
                """,
                STATUS))
        .containsExactly("IllegalStateException because REQUEST");
  }

  @Test
  void aPatternBindsTheSelector() {
    assertThat(
            escapesOf(
                """
                int run(Object in) {
                  return switch (in) {
                    case Integer number -> number;
                    case String text when text.length() < 9 -> Integer.parseInt(text);
                    default -> 0;
                  };
                }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void eitherWayOfAConditionalIsEvaluated() {
    assertThat(escapesOfBody("int n = id.isEmpty() ? 0 : Integer.parseInt(id);"))
        .containsExactly("NumberFormatException because REQUEST");
    assertThat(escapesOfBody("throw id.isEmpty() ? new OrderMissing() : new Conflict();"))
        .containsExactly("Conflict because REQUEST", "OrderMissing because REQUEST");
  }

  @Test
  void bothSidesOfATestMayBeAskedAlways() {
    String members =
        "Orders orders; void run(String id) { Order o = orders.findById(id).orElse(null);";
    assertThat(escapesOf(members + "if (o == null | id.isEmpty()) return; o.amount(); }"))
        .isEmpty();
    assertThat(escapesOf(members + "if (o != null & !id.isEmpty()) o.amount(); }")).isEmpty();
    assertThat(escapesOf(members + "if (o == null & id.isEmpty()) return; o.amount(); }"))
        .containsExactly("NullPointerException because REQUEST, absence");
  }
}
