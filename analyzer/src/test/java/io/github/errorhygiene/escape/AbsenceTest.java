package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.escapesOfBody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lookups that find nothing: who notices, and what happens if nobody does. */
class AbsenceTest {
  private static final String NOBODY_NOTICED = "NullPointerException because REQUEST, absence";
  private static final String MISSING = "OrderMissing because REQUEST, absence";

  @Test
  void anEmptyOptionalIsTurnedIntoAnException() {
    assertThat(escapesOfBody("orders.findById(id).orElseThrow(OrderMissing::new);"))
        .containsExactly(MISSING);
    assertThat(escapesOfBody("orders.findById(id).orElseThrow(() -> new OrderMissing(id));"))
        .containsExactly(MISSING);
    assertThat(
            escapesOfBody(
                "orders.findById(id).map(Order::customer).filter(c -> true).orElseThrow(() -> new"
                    + " OrderMissing());"))
        .containsExactly(MISSING);
  }

  @Test
  void anEmptyOptionalThatNobodyAsksThrowsItself() {
    assertThat(escapesOfBody("orders.findById(id).get();"))
        .containsExactly("NoSuchElementException because REQUEST, absence");
    assertThat(escapesOfBody("orders.findById(id).orElseThrow();"))
        .containsExactly("NoSuchElementException because REQUEST, absence");
  }

  @Test
  void whoTriesAllWithoutSuccessHasNotFoundThatNothingIsThere() {
    assertThat(
            escapesOfBody(
                """
                for (String host : id.split(",")) {
                  try { if (orders.existsById(host)) return; }
                  catch (IllegalStateException e) { continue; }
                }
                throw new OrderMissing();
                """))
        .containsExactly("OrderMissing because UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Optional<Order> o = orders.findById(id); if (o.isPresent()) o.get();",
        "Optional<Order> o = orders.findById(id); if (o.isEmpty()) return; o.get();",
        "Optional<Order> o = orders.findById(id); if (!o.isPresent()) { return; } o.orElseThrow();",
        "Optional.of(id).get();",
        "Optional.of(id).orElseThrow(OrderMissing::new);",
        "orders.findById(id).ifPresent(o -> o.amount());",
        "orders.findById(id).map(o -> o.amount()).orElse(0);",
        "orders.findById(id).orElseGet(() -> new Order(id, 1, null));",
      })
  void anAskedOptionalIsSafe(String body) {
    assertThat(escapesOfBody(body)).isEmpty();
  }

  @Test
  void whatExistsIsAskedFor() {
    assertThat(escapesOfBody("if (!orders.existsById(id)) throw new OrderMissing();"))
        .containsExactly(MISSING);
    assertThat(escapesOfBody("if (orders.existsById(id)) throw new Conflict();"))
        .containsExactly("Conflict because REQUEST");
  }

  @Test
  void eitherBranchOfIfPresentOrElseIsRun() {
    assertThat(
            escapesOfBody(
                "orders.findById(id).ifPresentOrElse(o -> {}, () -> { throw new OrderMissing();"
                    + " });"))
        .containsExactly(MISSING);
    assertThat(escapesOfBody("orders.findById(id).ifPresent(o -> { throw new Conflict(); });"))
        .containsExactly("Conflict because REQUEST");
  }

  @Test
  void anOptionalThatMayBeNullIsEmpty() {
    assertThat(
            escapesOfBody(
                "Optional.ofNullable(orders.findFirstByCustomer(id)).orElseThrow(OrderMissing::new);"))
        .containsExactly(MISSING);
  }

  @Test
  void nullIsDereferenced() {
    assertThat(escapesOfBody("orders.findFirstByCustomer(id).amount();"))
        .containsExactly(NOBODY_NOTICED);
    assertThat(escapesOfBody("orders.findById(id).orElse(null).amount();"))
        .containsExactly(NOBODY_NOTICED);
    assertThat(escapesOfBody("Map<String, Order> map = Map.of(); map.get(id).amount();"))
        .containsExactly(NOBODY_NOTICED);
  }

  @Test
  void nullIsDereferencedOnce() {
    assertThat(
            escapesOfBody(
                "Order o = orders.findFirstByCustomer(id); o.amount(); o.id(); o.customer();"))
        .containsExactly(NOBODY_NOTICED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order o = orders.findFirstByCustomer(id); if (o != null) o.amount();",
        "Order o = orders.findFirstByCustomer(id); if (null == o) return; o.amount();",
        "Order o = orders.findFirstByCustomer(id); int n = o == null ? 0 : o.amount();",
        "Order o = orders.findFirstByCustomer(id); if (o != null && o.amount() > 1) return;",
        "Order o = orders.findFirstByCustomer(id); if (o == null || o.amount() > 1) return;",
        "Object o = orders.findFirstByCustomer(id); if (o instanceof Order order) order.amount();",
        "Order o = orders.findFirstByCustomer(id); if (Objects.nonNull(o)) o.amount();",
        "Order o = orders.findFirstByCustomer(id); if (Objects.isNull(o)) return; o.amount();",
        "Map<String, Order> m = Map.of(); if (m.containsKey(id)) m.get(id).amount();",
        "Iterator<Order> i = orders.findAll().iterator(); while (i.hasNext()) i.next().amount();",
        "Map<String, Order> m = Map.of(); if (m.get(id) != null) m.get(id).amount();",
        "Map<String, Order> m = Map.of(); if (m.get(id) == null) return; m.get(id).amount();",
        "Map<String, Order> m = new HashMap<>(); m.put(id, new Order(id, 1, null)); m.get(id).id();",
        "Map<String, Order> m = new HashMap<>(); if (!m.containsKey(id)) { m.put(id, new Order(id, 1,"
            + " null)); } m.get(id).amount();",
        "Order o = orders.findFirstByCustomer(id); boolean b = o != null; if (b) o.amount();",
        "Order o; if ((o = orders.findFirstByCustomer(id)) != null) o.amount();",
        "Order o = orders.findFirstByCustomer(id); while (o == null) { o = null; } o.amount();",
        "Order o = Objects.requireNonNullElse(orders.findFirstByCustomer(id), new Order(id, 1,"
            + " null)); o.amount();",
        "Order o = Optional.ofNullable(orders.findFirstByCustomer(id)).orElse(new Order(id, 1,"
            + " null)); o.amount();",
        "Object o = orders.findFirstByCustomer(id); if (!(o instanceof Order x)) return;"
            + " x.amount();",
        "for (String s : List.of(id)) { Order o = orders.findFirstByCustomer(s); if (o == null)"
            + " continue; o.amount(); }",
      })
  void aTestedNullIsSafe(String body) {
    assertThat(escapesOfBody(body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (ids.isEmpty()) return; ids.stream().findFirst().get();",
        "if (ids.size() == 0) return; ids.stream().findFirst().get();",
        "if (ids.size() > 0) ids.stream().map(String::trim).findFirst().get();",
        "if (!ids.isEmpty()) ids.stream().max(String::compareTo).get();",
        "if (!CollectionUtils.isEmpty(ids)) ids.stream().sorted().findFirst().get();",
        "if (ids.isEmpty()) return; ids.get(0).trim();",
      })
  void aCollectionThatIsNotEmptyHasAFirst(String body) {
    assertThat(escapesOf("void run(List<String> ids) {" + body + "}")).isEmpty();
  }

  @Test
  void aFilteredCollectionMayBeEmpty() {
    assertThat(
            escapesOf(
                "void run(List<String> ids) { if (!ids.isEmpty()) ids.stream().filter(i ->"
                    + " i.isBlank()).findFirst().get(); }"))
        .containsExactly("NoSuchElementException because REQUEST, absence");
  }

  @Test
  void aTableThatIsFilledOnDemandHasWhatWasPutInOnly() {
    String table =
        """
        private final Map<String, Order> table = new HashMap<>();
        Order order(String id) {
          if (!table.containsKey(id)) { Order made = new Order(id, 1, null); table.put(id, made); }
          return this.table.get(%s);
        }
        void run(String id, String other) { order(id).amount(); }
        """;
    assertThat(escapesOf(table.formatted("id"))).isEmpty();
    assertThat(escapesOf(table.formatted("id.trim()"))).containsExactly(NOBODY_NOTICED);
  }

  @Test
  void aDemandThrowsWhatItSays() {
    assertThat(
            escapesOfBody(
                "Order o = orders.findFirstByCustomer(id); Objects.requireNonNull(o); o.amount();"))
        .containsExactly(NOBODY_NOTICED);
    assertThat(
            escapesOfBody(
                "Order o = orders.findFirstByCustomer(id); Assert.notNull(o, \"no\"); o.amount();"))
        .containsExactly("IllegalArgumentException because REQUEST, absence");
  }

  @Test
  void aTestedNullThrowsWhatTheAuthorWrote() {
    assertThat(
            escapesOfBody(
                """
                Order o = orders.findFirstByCustomer(id);
                if (o == null) throw new OrderMissing();
                o.amount();
                """))
        .containsExactly(MISSING);
  }

  @Test
  void aMethodThatReturnsNullWhenItFindsNothingIsDereferenced() {
    String find =
        """
        Orders orders;
        Integer find(String id) {
          Order order = orders.findFirstByCustomer(id);
          if (order == null) return null;
          return order.amount();
        }
        """;
    assertThat(escapesOf(find + "void run(String id) { find(id).toString(); }"))
        .containsExactly(NOBODY_NOTICED);
    assertThat(
            escapesOf(
                find + "void run(String id) { if (find(id) == null) throw new OrderMissing(); }"))
        .containsExactly(MISSING);
  }

  @Test
  void aFailureTurnedIntoNullIsDereferenced() {
    assertThat(
            escapesOf(
                """
                void run(String id) { parse(id).toString(); }
                Integer parse(String id) {
                  try { return Integer.parseInt(id); } catch (NumberFormatException e) { return null; }
                }
                """))
        .containsExactly(NOBODY_NOTICED);
  }

  @Test
  void anOptionalIsNotNullItself() {
    assertThat(
            escapesOfBody(
                "Optional.of(orders.findById(id)).filter(Optional::isPresent).map(Optional::get);"))
        .isEmpty();
    assertThat(escapesOfBody("java.util.Objects.requireNonNull(orders.findById(id));")).isEmpty();
  }

  @Test
  void whatAnOptionalIsKnownToHoldIsTaken() {
    String hold = "String name = Optional.ofNullable(%s).map(n -> \"a\" + n).orElse(null); ";
    assertThat(escapesOfBody(hold.formatted("\"x\"") + "name.length();")).isEmpty();
    assertThat(
            escapesOfBody(
                "String name = Optional.ofNullable((String) null).orElse(\"x\");"
                    + " if (name == null) throw new Conflict();"))
        .isEmpty();
  }
}
