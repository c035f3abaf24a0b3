package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.FailureMode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whom what a service keeps for itself is blamed on: nobody outside. */
class BlameOfStoredTest {
  @Test
  @DisplayName("That what a reader is noted by cannot be stored is no matter of the client's")
  void ownRecords() {
    Service service =
        Service.of(
            """
            import jakarta.persistence.*;
            @Entity class Visit { @Id @GeneratedValue Long id; String by; }
            interface Visits extends org.springframework.data.jpa.repository.JpaRepository<Visit, Long> {}
            @RestController class Pages {
              private final Visits visits;
              Pages(Visits visits) { this.visits = visits; }
              @GetMapping("/pages") String get(@RequestParam String by) {
                Visit visit = new Visit();
                visit.by = by;
                visits.save(visit);
                return "";
              }
              @PostMapping("/pages") String post(@RequestParam String by) {
                Visit visit = new Visit();
                visit.by = by;
                visits.save(visit);
                return "";
              }
            }
            """);
    assertThat(
            service.application().contracts().stream()
                .filter(
                    contract ->
                        contract.failures().stream()
                            .anyMatch(row -> row.mode() == FailureMode.INVALID_INPUT))
                .map(contract -> contract.endpoint().label()))
        .containsExactly("POST /pages");
  }

  @Test
  @DisplayName("Who only reads makes nothing that is there already")
  void readersMakeNothing() {
    Service service =
        Service.of(
            """
            interface Store { String ask() throws java.sql.SQLException; }
            class AlreadyExists extends RuntimeException {}
            @RestController class Reports {
              private final Store store;
              Reports(Store store) { this.store = store; }
              @GetMapping("/reports") String get(@RequestParam String name) { return ask(name); }
              @PostMapping("/reports") String add(@RequestParam String name) { return ask(name); }
              private String ask(String name) {
                try {
                  return store.ask();
                } catch (java.sql.SQLException e) {
                  if (e.getErrorCode() == 1) throw new AlreadyExists();
                  return "";
                }
              }
            }
            """);
    assertThat(service.blamed())
        .contains("AlreadyExists UNKNOWN 500", "AlreadyExists CONFLICT 500");
  }

  @Test
  @DisplayName("What something stored names and is not there is wrapped as something unknown")
  void wrappedOfStored() {
    Service service =
        Service.of(
            """
            class NotFoundException extends RuntimeException {}
            class ResolutionFailure extends RuntimeException {
              ResolutionFailure(Throwable cause) { super(cause); }
            }
            interface Plugins extends org.springframework.data.repository.CrudRepository<String, String> {}
            interface Settings extends org.springframework.data.repository.CrudRepository<String, String> {}
            @RestController class Secrets {
              private final Plugins plugins;
              private final Settings settings;
              Secrets(Plugins plugins, Settings settings) { this.plugins = plugins; this.settings = settings; }
              @PostMapping("/secrets") void resolve() {
                for (String id : settings.findAll()) {
                  try {
                    if (!plugins.existsById(id)) throw new NotFoundException();
                  } catch (RuntimeException e) {
                    throw new ResolutionFailure(e);
                  }
                }
              }
            }
            """);
    assertThat(service.blamed()).contains("ResolutionFailure UNKNOWN 500");
  }

  @Test
  @DisplayName("What is there already in the service's own index is no conflict of the client's")
  void ownIndex() {
    Service service =
        Service.of(
            """
            import org.springframework.dao.DuplicateKeyException;
            @RestController class Things {
              private final Set<String> index = new HashSet<>();
              private final Set<String> owned = Set.of("a");
              @PostMapping("/index") void index(@RequestParam String thing) {
                if (!index.isEmpty()) throw new DuplicateKeyException("index");
              }
              @PostMapping("/owned") void owned(@RequestParam String thing) {
                if (owned.contains(thing)) throw new DuplicateKeyException(thing);
              }
            }
            """);
    assertThat(service.blamed())
        .containsExactlyInAnyOrder(
            "DuplicateKeyException UNKNOWN 500", "DuplicateKeyException CONFLICT 500");
  }

  @Test
  @DisplayName("That an enum does not know what was stored is nobody's fault")
  void storedConstant() {
    Service service =
        Service.of(
            """
            enum Kind {
              BIG;
              static class Unsupported extends RuntimeException {}
              static Kind of(String text) {
                for (Kind kind : values()) { if (kind.name().equals(text)) return kind; }
                throw new Unsupported();
              }
            }
            class Thing { String kind; }
            interface Things extends org.springframework.data.repository.CrudRepository<Thing, Long> {}
            @RestController class Shelf {
              private final Things things;
              Shelf(Things things) { this.things = things; }
              @GetMapping("/kinds") List<Kind> kinds() {
                List<Kind> kinds = new ArrayList<>();
                for (Thing thing : things.findAll()) { kinds.add(Kind.of(thing.kind)); }
                return kinds;
              }
              @GetMapping("/kinds/{kind}") Kind kind(@PathVariable String kind) { return Kind.of(kind); }
            }
            """);
    assertThat(
            service.application().contracts().stream()
                .flatMap(contract -> contract.failures().stream())
                .filter(failure -> failure.exception().endsWith("Unsupported"))
                .map(failure -> failure.dependsOn() + " " + failure.known()))
        .containsExactlyInAnyOrder("STATE false", "REQUEST true");
  }
}
