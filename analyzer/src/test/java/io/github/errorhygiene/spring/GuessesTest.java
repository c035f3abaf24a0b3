package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.rule.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures that are taken for a kind: an error where something says so, else an information. */
class GuessesTest {
  private static final String ENTITY = "import jakarta.persistence.*; @Entity class Order ";

  private static final String STORE =
      """
      interface Orders extends org.springframework.data.jpa.repository.JpaRepository<Order, Long> {}
      @RestController class Api {
        private final Orders orders;
        Api(Orders orders) { this.orders = orders; }
        @PostMapping("/orders") void add(@RequestParam String name) {
          Order order = new Order();
          order.name = name;
          orders.save(order);
        }
      }
      """;

  /** The same, which stores what was sent. */
  private static final String SENT =
      """
      interface Orders extends org.springframework.data.jpa.repository.JpaRepository<Order, Long> {}
      @RestController class Api {
        private final Orders orders;
        Api(Orders orders) { this.orders = orders; }
        @PostMapping("/orders") void add(@RequestBody Order order) { orders.save(order); }
      }
      """;

  /** {@code DataIntegrityViolationException 409 error} for each failure of the service's own. */
  private static List<String> told(String source) {
    return Rules.judge(Service.of(source).application(), Map.of(), Set.of()).stream()
        .filter(finding -> finding.rule().matches("uncaught-exception|wrong-status"))
        .filter(finding -> finding.origin() != null)
        .map(
            finding ->
                finding.exception().replaceAll(".*[.$]", "")
                    + " "
                    + finding.fits()
                    + " "
                    + finding.severity().label())
        .sorted()
        .toList();
  }

  /** What is told of a handler with {@code @RequestParam String id}. */
  private static List<String> handled(String body) {
    return told(
        """
        class Order { String name; String kind() { return name; } }
        interface Orders extends org.springframework.data.repository.Repository<Order, String> {
          Optional<Order> findById(String id);
          List<Order> findByName(String name);
        }
        enum Kind {
          BIG, SMALL;
          static Kind of(String word) {
            return Arrays.stream(values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
          }
        }
        @RestController class Api {
          private final Orders orders;
          private final Map<String, Order> known = new HashMap<>();
          Api(Orders orders) { this.orders = orders; }
          @GetMapping("/orders") String get(@RequestParam String id) throws Exception {
            %s
          }
        }
        """
            .formatted(body));
  }

  @Test
  @DisplayName("A lookup that throws by itself is an error, whatever it throws")
  void lookup() {
    assertThat(
            handled(
                "return orders.findById(id).orElseThrow(() -> new IllegalArgumentException()).name;"))
        .containsExactly("IllegalArgumentException 404 error");
  }

  @Test
  @DisplayName("Who throws IllegalStateException and says that something is not found means it")
  void saidOfState() {
    assertThat(
            handled(
                "return orders.findById(id).orElseThrow(() -> new IllegalStateException(\"not"
                    + " found\")).name;"))
        .containsExactly("IllegalStateException 404 error");
  }

  @Test
  @DisplayName("Who says nothing may be sure that it is there")
  void invariant() {
    assertThat(
            handled(
                "return orders.findById(id).orElseThrow(() -> new IllegalStateException()).name;"))
        .containsExactly("IllegalStateException 404 info");
    assertThat(
            handled(
                "if (id.length() > 3) { throw new IllegalStateException(\"Unexpected value\"); }"
                    + " return id;"))
        .containsExactly("IllegalStateException 409 info");
  }

  @Test
  @DisplayName("The first of rows may be missing, or the rows are filled elsewhere")
  void firstOfRows() {
    assertThat(handled("return orders.findByName(id).get(0).name;"))
        .containsExactly("IndexOutOfBoundsException 404 info");
  }

  @Test
  @DisplayName("A text may be too short, or somebody else knows how long it is")
  void tooShort() {
    assertThat(handled("return id.substring(9);"))
        .containsExactly("StringIndexOutOfBoundsException 400 info");
    assertThat(handled("return id.split(\"-\")[1];"))
        .containsExactly("ArrayIndexOutOfBoundsException 400 error");
  }

  @Test
  @DisplayName("A word that is no constant of an enum is not a resource that is missing")
  void constant() {
    assertThat(handled("return Kind.of(id).name();"))
        .containsExactly("IllegalArgumentException 422 error");
  }

  @Test
  @DisplayName("A text that has too few parts is malformed")
  void parts() {
    assertThat(handled("return new StringTokenizer(id, \"-\").nextToken();"))
        .containsExactly("NoSuchElementException 400 error");
  }

  @Test
  @DisplayName("What a clause for all throws is of the kind of what it caught")
  void wrapped() {
    String clause =
        """
        try {
          Order order = known.get(id);
          if (order == null) { throw new IllegalArgumentException("no such order"); }
          return "" + Integer.parseInt(id);
        } catch (Exception e) {
          throw new Exception(%s);
        }
        """;
    assertThat(handled(clause.formatted("e")))
        .containsExactlyInAnyOrder("Exception 400 error", "Exception 404 error");
  }

  @Test
  @DisplayName("A column that the client decides and that is unique can be refused")
  void unique() {
    assertThat(
            told(
                ENTITY
                    + "{ @Id @GeneratedValue Long id; @Column(unique = true) String name; }"
                    + STORE))
        .containsExactly("DataIntegrityViolationException 409 error");
  }

  @Test
  @DisplayName("So can one that has a length, or one of what is stored along")
  void length() {
    assertThat(
            told(
                ENTITY
                    + "{ @Id @GeneratedValue Long id; @Column(length = 9) String name; }"
                    + STORE))
        .containsExactly("DataIntegrityViolationException 422 error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Embedded Place place; @Column(nullable = false) String name;",
        "@Column(nullable = false) String name; @Embedded Place place;"
      })
  @DisplayName("In whatever order the columns are")
  void order(String columns) {
    String place = "@Embeddable class Place { String town; }";
    assertThat(told(ENTITY + "{ @Id @GeneratedValue Long id; " + columns + " }" + place + SENT))
        .containsExactly("DataIntegrityViolationException 422 error");
  }

  @Test
  @DisplayName("What is stored along may be too long; whether it is complete is for others to say")
  void along() {
    String entity =
        """
        import jakarta.persistence.*;
        @Entity class Line { @Id @GeneratedValue Long id; @Column(%s) String text; }
        @Entity class Order {
          @Id @GeneratedValue Long id;
          @OneToMany(cascade = CascadeType.ALL) List<Line> lines;
          String name;
        }
        """;
    String lines =
        STORE
            .replace("@RequestParam String name", "@RequestBody List<Line> lines")
            .replace("order.name = name", "order.lines = lines");
    assertThat(told(entity.formatted("nullable = false") + lines))
        .containsExactly("DataIntegrityViolationException 422 info");
    assertThat(told(entity.formatted("length = 9") + lines))
        .containsExactly("DataIntegrityViolationException 422 error");
  }

  /** The order is looked up, and given a name. */
  private static final String CHANGED =
      STORE.replace(
          "Order order = new Order();", "Order order = orders.findById(1L).orElseThrow();");

  @Test
  @DisplayName("What is unique in a row that is there was not refused before, unless it is changed")
  void changed() {
    assertThat(
            told(
                ENTITY
                    + "{ @Id @GeneratedValue Long id; String name; @Column(unique = true) String code; }"
                    + CHANGED))
        .contains("DataIntegrityViolationException 422 info")
        .doesNotContain("DataIntegrityViolationException 409 error");
    assertThat(
            told(
                ENTITY
                    + "{ @Id @GeneratedValue Long id; @Column(unique = true) String name; }"
                    + CHANGED))
        .contains("DataIntegrityViolationException 409 error");
  }

  @Test
  @DisplayName("Columns are unique together if the client decides one of them")
  void together() {
    String entity =
        """
        import jakarta.persistence.*;
        @Entity @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"shop_id", "%s"})) class Order {
          @Id @GeneratedValue Long id;
          @Column(name = "shop_id") Long shop;
          String code;
          String name;
        }
        """;
    assertThat(told(entity.formatted("name") + STORE))
        .containsExactly("DataIntegrityViolationException 409 error");
    assertThat(told(entity.formatted("code") + STORE))
        .containsExactly("DataIntegrityViolationException 422 info");
  }

  @Test
  @DisplayName("One that has to be there can be left out of a body, and not where it is demanded")
  void demanded() {
    String entity =
        ENTITY + "{ @Id @GeneratedValue Long id; @Column(nullable = false) String name; }";
    assertThat(told(entity + STORE)).containsExactly("DataIntegrityViolationException 422 info");
    assertThat(told(entity + STORE.replace("@RequestParam", "@RequestParam(required = false)")))
        .containsExactly("DataIntegrityViolationException 422 error");
  }

  @Test
  @DisplayName("Of a column of which nothing is said nobody knows")
  void unsaid() {
    assertThat(told(ENTITY + "{ @Id @GeneratedValue Long id; String name; }" + STORE))
        .containsExactly("DataIntegrityViolationException 422 info");
    assertThat(
            told(
                ENTITY
                    + "{ @Id @GeneratedValue Long id; String name; @Column(length = 9) String note; }"
                    + STORE))
        .containsExactly("DataIntegrityViolationException 422 info");
  }
}
