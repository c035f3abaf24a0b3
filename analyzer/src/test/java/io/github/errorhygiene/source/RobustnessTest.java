package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file contains, reading it gives a unit. */
class RobustnessTest {
  private static final String SERVICE =
      """
      package com.acme.orders;

      import java.util.*;
      import static java.util.Map.entry;

      /** Orders. */
      @RestController
      @RequestMapping(path = {"/orders", "/v2/orders"}, produces = "application/json")
      public class OrderController<T extends Comparable<T> & Runnable> extends Base<T> implements Api {
        private static final long LIMIT = 1_000L, OTHER = 0x1F;
        private final OrderService orders;

        static { System.setProperty("a", "b\\tc"); }

        public OrderController(OrderService orders) { super(); this.orders = Objects.requireNonNull(orders); }

        @GetMapping("/{id}")
        public ResponseEntity<Order> find(@PathVariable("id") String id, int... more) throws IOException {
          outer:
          for (int i = 0, j = 1; i < more.length; i++) {
            if (more[i] == -1) { continue outer; } else break;
          }
          try (var in = open(id); in) {
            return orders.find(Long.parseLong(id)).map(ResponseEntity::ok)
                .orElseThrow(() -> new NotFound("order " + id + ' ' + (char) 65));
          } catch (NumberFormatException | IllegalStateException e) {
            log.warn(\"""
                bad {}
                  id\""", id, e);
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
          } finally {
            synchronized (this) { do { x = x ? 1 : y[2] += 3; } while (!done); }
          }
        }

        int area(Object shape) {
          return switch (shape) {
            case Circle(var r) when r > 0 -> (int) (r * r);
            case Square s -> { int side = s.side(); yield side * side; }
            case null, default -> new Shape() { int area() { return -1; } }.area();
          };
        }

        enum State { OPEN(1) { boolean last() { return false; } }, CLOSED; State(int... n) {} }

        record Line(@NotNull String sku, int count) { Line { assert count > 0; } }

        sealed interface Event permits Event.Paid { record Paid() implements Event {} }
      }
      """;

  @TempDir Path root;

  private static Unit lower(String text) {
    return SourceReader.lower("A.java", text);
  }

  private Unit read(byte[] content) throws IOException {
    Path file = Files.write(root.resolve("A.java"), content);
    return SourceReader.read(List.of(new SourceFile("A.java", file)), 1, done -> {}).get(0);
  }

  @Test
  void the_service_itself_is_valid() {
    assertThat(lower(SERVICE).gaps()).isEmpty();
  }

  @Test
  void truncated_files_have_gaps() {
    for (int end = SERVICE.indexOf("public class"); end < SERVICE.lastIndexOf('}'); end += 50) {
      assertThat(lower(SERVICE.substring(0, end)).gaps())
          .as("first %d characters", end)
          .isNotEmpty();
    }
  }

  @Test
  void mutated_files_give_units() {
    Random random = new Random(42);
    String characters = "{}()[]<>;,.@\"'\\+-*/=:?!&|^~%#$_ \n\u0000\uD800azAZ09é";
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder(SERVICE);
      for (int n = 0; n <= i % 5; n++) {
        text.setCharAt(
            random.nextInt(text.length()), characters.charAt(random.nextInt(characters.length())));
      }
      assertThatCode(() -> assertThat(lower(text.toString()).path()).isEqualTo("A.java"))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void files_with_lines_left_out_give_units() {
    List<String> lines = SERVICE.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> rest = new ArrayList<>(lines);
      rest.remove(i);
      assertThat(lower(String.join("\n", rest)).lines()).isEqualTo(lines.size() - 1);
    }
  }

  @Test
  void binary_garbage_is_a_file_without_types() throws IOException {
    byte[] garbage = new byte[5_000];
    new Random(7).nextBytes(garbage);

    Unit unit = read(garbage);

    assertThat(unit.types()).isEmpty();
    assertThat(unit.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.INPUT, Gap.Kind.SYNTAX);
  }

  @Test
  void prose_is_a_file_without_types() {
    Unit unit = lower("Lorem ipsum dolor sit amet, \"consectetur");

    assertThat(unit.types()).isEmpty();
    assertThat(unit.gaps()).hasSize(1);
  }

  @Test
  void long_concatenations_are_read() throws IOException {
    String terms = "\"x\" + a" + " + b.c()".repeat(5_000);

    Unit unit = read(("class A { String s = " + terms + "; }").getBytes(StandardCharsets.UTF_8));

    assertThat(unit.gaps()).isEmpty();
    Expr term = unit.types().get(0).fields().get(0).initializer();
    int count = 1;
    while (term instanceof Expr.Binary sum) {
      term = sum.left();
      count++;
    }
    assertThat(count).isEqualTo(5_002);
  }

  @Test
  void deep_nesting_is_read() throws IOException {
    String parentheses = "(".repeat(300) + "1" + ")".repeat(300);
    String blocks = "{".repeat(300) + "}".repeat(300);
    String lambdas = "() -> ".repeat(300) + "1";
    String calls = "b" + ".c()".repeat(3_000);

    Unit unit =
        read(
            ("class A { int x = "
                    + parentheses
                    + "; Object y = "
                    + lambdas
                    + ", z = "
                    + calls
                    + "; "
                    + blocks
                    + " }")
                .getBytes(StandardCharsets.UTF_8));

    assertThat(unit.gaps()).isEmpty();
    assertThat(unit.types().get(0).fields()).hasSize(3);
    assertThat(unit.types().get(0).methods().get(0).body().statements().get(0))
        .isInstanceOf(Stmt.Block.class);
  }

  @Test
  void nesting_without_end_is_a_gap() throws IOException {
    Unit unit =
        read(("class A { int x = " + "-(".repeat(200_000)).getBytes(StandardCharsets.UTF_8));

    assertThat(unit.types()).isEmpty();
    assertThat(unit.gaps()).hasSize(1);
  }
}
