package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What clients leave out of bodies and parameters. */
class BodyTest {
  private static final String TYPES =
      """
      class Line { public String sku; }
      class Order {
        @jakarta.validation.constraints.NotNull private String customer;
        private String note;
        @jakarta.validation.Valid private Line line;
        public String getCustomer() { return customer; }
        public String getNote() { return note; }
        public Line getLine() { return line; }
      }
      """;

  private static Service service(String parameter, String code) {
    return Service.of(
            "@RestController class Orders { @PostMapping(\"/orders\") String add("
                + parameter
                + ") { "
                + code
                + " return \"\"; } }")
        .and(TYPES);
  }

  private static boolean fails(Service service) {
    return service.rows("POST /orders").stream()
        .anyMatch(row -> row.startsWith("NullPointerException 500"));
  }

  @Test
  void aFieldThatNothingDemandsIsDereferenced() {
    assertThat(fails(service("@RequestBody Order order", "order.getNote().trim();"))).isTrue();
    assertThat(
            fails(
                service(
                    "@jakarta.validation.Valid @RequestBody Order order",
                    "order.getNote().trim();")))
        .isTrue();
  }

  @Test
  void aConstraintCountsIfItIsChecked() {
    assertThat(fails(service("@RequestBody Order order", "order.getCustomer().trim();"))).isTrue();
    assertThat(
            fails(
                service(
                    "@jakarta.validation.Valid @RequestBody Order order",
                    "order.getCustomer().trim();")))
        .isFalse();
    assertThat(
            fails(
                service(
                    "@org.springframework.validation.annotation.Validated @RequestBody Order order",
                    "order.getCustomer().trim();")))
        .isFalse();
  }

  @Test
  void whatAConstraintDemandsIsNotNullForThoseWhoAsk() {
    String asks = "if (order.getCustomer() == null) { throw new NullPointerException(); }";
    assertThat(fails(service("@RequestBody Order order", asks))).isTrue();
    assertThat(fails(service("@jakarta.validation.Valid @RequestBody Order order", asks)))
        .isFalse();
  }

  @Test
  void aTextThatIsPutTogetherIsNotNull() {
    String asks =
        "String like = '%' + order.getNote(); if (like == null) { throw new NullPointerException(); }";
    assertThat(fails(service("@RequestBody Order order", asks))).isFalse();
  }

  @Test
  void elementsOfTheBodyAreBodies() {
    assertThat(
            fails(
                service(
                    "@RequestBody List<Order> orders",
                    "for (Order order : orders) order.getNote().trim();")))
        .isTrue();
    assertThat(
            fails(
                service(
                    "@RequestBody List<Order> orders",
                    "for (Order o : orders) if (o.getNote() != null) o.getNote().trim();")))
        .isFalse();
  }

  @Test
  void theBodyItselfMayBeOptional() {
    assertThat(fails(service("@RequestBody(required = false) Order order", "order.getNote();")))
        .isTrue();
    assertThat(
            fails(
                service(
                    "@RequestBody(required = false) Order order",
                    "if (order != null) order.getNote();")))
        .isFalse();
    assertThat(fails(service("@RequestBody Order order", "order.getNote();"))).isFalse();
  }

  @Test
  void whoCallsExists() {
    assertThat(fails(service("java.security.Principal caller", "caller.getName();"))).isFalse();
  }

  @Test
  void whoCallsIsKnownWhoeverImplementsIt() {
    Service service =
        Service.of(
            """
            class Caller implements java.security.Principal {
              private final String token;
              Caller(String token) { this.token = token; }
              public String getName() { return token.substring(3); }
            }
            @RestController class Orders {
              @GetMapping("/orders") String mine(@RequestHeader String token) {
                java.security.Principal caller = new Caller(token);
                return "" + java.util.UUID.fromString(caller.getName());
              }
            }
            """);

    assertThat(service.rows("GET /orders"))
        .filteredOn(row -> row.startsWith("IllegalArgumentException"))
        .isEmpty();
  }

  @Test
  void whatAModelAttributeFoundIsFoundByTheHandler() {
    Service service =
        Service.of(
                """
                @RestController class Orders {
                  Store store;
                  @ModelAttribute Order order(@PathVariable String id) {
                    return store.findById(id).orElseThrow(IllegalStateException::new);
                  }
                  @GetMapping("/orders/{id}") Order get(@PathVariable String id) {
                    return store.findById(id).get();
                  }
                }
                interface Store
                    extends org.springframework.data.repository.CrudRepository<Order, String> {}
                """)
            .and(TYPES);
    assertThat(service.rows("GET /orders/{id}"))
        .anyMatch(row -> row.startsWith("IllegalStateException"))
        .noneMatch(row -> row.startsWith("NoSuchElementException"));
  }

  @Test
  void anOptionalParameterIsUnboxed() {
    assertThat(fails(service("@RequestParam(required = false) Integer page", "int p = page;")))
        .isTrue();
    assertThat(
            fails(
                service(
                    "@RequestParam(required = false) Integer page",
                    "int p = page == null ? 0 : page;")))
        .isFalse();
    assertThat(
            fails(
                service(
                    "@RequestParam(required = false, defaultValue = \"1\") Integer page",
                    "int p = page;")))
        .isFalse();
    assertThat(fails(service("@RequestParam Integer page", "int p = page;"))).isFalse();
  }
}
