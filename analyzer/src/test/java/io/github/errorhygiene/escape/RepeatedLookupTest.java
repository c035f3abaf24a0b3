package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.escapesOfBody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was found once is found again by the same key. */
class RepeatedLookupTest {
  private static final String INVOICES =
      """
      class Invoice {
        private Long id; private String number;
        Long getId() { return id; }
        String getNumber() { return number; }
        void setNumber(String number) { this.number = number; }
      }
      interface InvoiceRepository
          extends org.springframework.data.repository.CrudRepository<Invoice, Long> {
        Optional<Invoice> findByNumber(String number);
        boolean existsByNumber(String number);
      }
      @org.apache.ibatis.annotations.Mapper interface InvoiceReadMapper {
        Invoice findByNumber(String number);
      }
      @org.apache.ibatis.annotations.Mapper interface PaymentMapper {
        Invoice findByNumber(String number);
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (orders.existsById(id)) orders.findById(id).get();",
        "if (!orders.existsById(id)) return; orders.findById(id).get();",
        "boolean there = orders.existsById(id); if (!there) return; orders.findById(id).get();",
        "if (orders.findById(id).isPresent()) orders.findById(id).get();",
        "if (orders.findById(id).isEmpty()) return; orders.findById(id).get();",
        "Optional<Order> o = orders.findById(id); if (o.isPresent()) orders.findById(id).get();",
        "if (orders.findFirstByCustomer(id) != null) orders.findFirstByCustomer(id).amount();",
        "orders.findById(id).map(o -> orders.findById(id).get().amount()).orElse(1);",
        "orders.findById(id).ifPresent(o -> orders.findById(id).get().amount());",
        "Order o = orders.findById(id).orElse(null); if (o == null) return; orders.findById(id).get();",
        "Optional<Order> o = orders.findById(id); Optional<Order> p = orders.findById(id);"
            + " if (o.isPresent()) p.get();",
      })
  void theSameLookupFindsItAgain(String body) {
    assertThat(escapesOfBody(body)).isEmpty();
  }

  @Test
  void whatAFilterFoundInAMapIsInIt() {
    assertThat(
            escapesOf(
                """
                private final java.util.Map<String, Order> held = new java.util.HashMap<>();
                private final java.util.Map<String, Order> other = new java.util.HashMap<>();
                void run(String id) {
                  List.of(id).stream().filter(held::containsKey).map(this::found).toList();
                  List.of(id).stream().filter(held::containsKey).map(this::missed).toList();
                }
                Integer found(String id) { return held.get(id).amount(); }
                Integer missed(String id) { return other.get(id).amount(); }
                """))
        .containsExactly("NullPointerException because REQUEST, absence");
  }

  @Test
  void anotherKeyMayFindNothing() {
    assertThat(
            escapesOf(
                """
                Orders orders;
                void run(String id, String other) {
                  if (orders.existsById(id)) orders.findById(other).get();
                }
                """))
        .containsExactly("NoSuchElementException because REQUEST, absence");
    assertThat(
            escapesOfBody("if (orders.existsById(id)) { id = id + 1; orders.findById(id).get(); }"))
        .containsExactly("NoSuchElementException because REQUEST, absence");
    assertThat(escapesOfBody("if (!orders.existsById(id)) orders.findById(id).get();"))
        .containsExactly("NoSuchElementException because REQUEST, absence");
  }

  @Test
  void whatThrowsIfItFindsNothingHasFoundIt() {
    assertThat(
            escapesOfBody(
                "orders.findById(id).orElseThrow(OrderMissing::new); orders.findById(id).get();"))
        .containsExactly("OrderMissing because REQUEST, absence");
    assertThat(escapesOfBody("orders.findById(id).get(); orders.findById(id).get();")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void check(String key) { if (!orders.existsById(key)) throw new Conflict(); }",
        "Order check(String key) { return orders.findById(key).orElseThrow(Conflict::new); }",
        "void check(String key) { if (!has(key)) throw new Conflict(); }"
            + "boolean has(String key) { return orders.findById(key).isPresent(); }",
      })
  void aMethodThatFindsItOrThrowsHasFoundItForItsCaller(String check) {
    assertThat(
            escapesOf(
                "Orders orders; void run(String id) { check(id); orders.findById(id).get(); }"
                    + check))
        .containsExactly("Conflict because REQUEST, absence");
  }

  @Test
  void aMethodThatIsCalledLaterKnowsWhatWasFoundBefore() {
    assertThat(
            escapesOf(
                """
                Orders orders;
                void run(String id) { if (orders.existsById(id)) amount(id); }
                int amount(String key) { return orders.findById(key).get().amount(); }
                """))
        .isEmpty();
  }

  @Test
  void theSameThingIsFoundThroughAnotherDoor() {
    String doors =
        "InvoiceRepository invoices; InvoiceReadMapper reader; PaymentMapper payments;\n";
    assertThat(
            escapesOf(
                doors
                    + "void run(String id) { if (invoices.existsByNumber(id))"
                    + " reader.findByNumber(id).getId(); }",
                INVOICES))
        .isEmpty();
    assertThat(
            escapesOf(
                doors
                    + "void run(String id) { if (invoices.existsByNumber(id))"
                    + " payments.findByNumber(id).getId(); }",
                INVOICES))
        .containsExactly("NullPointerException because REQUEST, absence");
  }

  @Test
  void aLookupOfTheProgramsOwnFindsItAgain() {
    assertThat(
            escapesOf(
                """
                List<Order> all = new ArrayList<>();
                Order byId(String id) {
                  for (Order order : all) if (order.id().equals(id)) return order;
                  return null;
                }
                void run(String id) {
                  if (byId(id) == null) throw new Conflict();
                  add(id);
                }
                void add(String id) { byId(id).amount(); }
                """))
        .containsExactly("Conflict because REQUEST, absence");
  }

  @Test
  void aStoreWithoutConstraintsTakesWhatItIsGiven() {
    String save = "void run(String id) { notes.save(new Note(id)); }";
    String note =
        "class Note { String id; Note(String id) { this.id = id; } }"
            + "interface Notes extends org.springframework.data.repository.CrudRepository<Note, String> {}";
    assertThat(escapesOf("Notes notes; " + save, note))
        .containsExactly("DataIntegrityViolationException because REQUEST");
    assertThat(
            escapesOf(
                "Notes notes; " + save,
                "@org.springframework.data.mongodb.core.mapping.Document " + note))
        .isEmpty();
  }

  @Test
  void whatWasSavedIsNotForTheCallerToHaveNamed() {
    assertThat(
            escapesOf(
                """
                InvoiceRepository invoices;
                void run(String id) {
                  Invoice invoice = new Invoice();
                  invoice.setNumber(id);
                  invoices.save(invoice);
                  invoices.findByNumber(invoice.getNumber()).get();
                }
                """,
                INVOICES))
        .contains("NoSuchElementException because STATE, absence");
  }

  @Test
  void whatIsFoundBesideWhatWasSavedIsFoundWithItsOwner() {
    String types =
        """
        class Tenant {}
        class Note { String code; String getCode() { return code; } void setCode(String c) { code = c; } }
        interface Notes extends org.springframework.data.repository.CrudRepository<Note, String> {
          Optional<Note> findByCodeAndTenant(String code, Tenant tenant);
          Optional<Note> findByCodeAndName(String code, String name);
        }
        """;
    String saved =
        "Notes notes; void run(String code, Tenant tenant, String name) {"
            + " Note note = new Note(); note.setCode(code); notes.save(note);";
    assertThat(
            escapesOf(saved + "notes.findByCodeAndTenant(note.getCode(), tenant).get(); }", types))
        .noneMatch(escape -> escape.contains("because REQUEST, absence"));
    assertThat(escapesOf(saved + "notes.findByCodeAndName(note.getCode(), name).get(); }", types))
        .contains("NoSuchElementException because REQUEST, absence");
  }

  @Test
  void whatIsStoredNamesWhatIsStored() {
    String types =
        "class Note { String parent; }"
            + "interface Notes extends org.springframework.data.jpa.repository.JpaRepository<Note, String> {}";
    assertThat(
            escapesOf(
                "Notes notes; void run(String id) { notes.findById(id).ifPresent(n -> notes.getById(n.parent)); }",
                types))
        .isEmpty();
    assertThat(escapesOf("Notes notes; void run(String id) { notes.getById(id); }", types))
        .containsExactly("EntityNotFoundException because REQUEST");
  }
}
