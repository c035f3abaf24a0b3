package io.github.errorhygiene.escape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Summary;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Catch clauses after which a method goes on as if nothing had failed. */
class SwallowTest {
  private static final String LOG = "org.slf4j.Logger LOG; ";

  @Test
  void anEmptyClauseDropsWhatTheBodyThrows() {
    assertThat(dropped("try { orders.save(order); } catch (Exception e) { }"))
        .contains("DataIntegrityViolationException NO");
  }

  @Test
  void aClauseThatOnlyLogsDropsItToo() {
    String message = "try { work(); } catch (Checked e) { LOG.warn(\"failed\"); }";
    String trace = "try { work(); } catch (Checked e) { LOG.error(\"failed\", e); }";
    String console = "try { work(); } catch (Checked e) { System.out.println(\"failed\"); }";

    assertThat(dropped(message)).containsExactly("Checked UNKNOWN");
    assertThat(dropped(trace)).containsExactly("Checked YES");
    assertThat(dropped(console)).containsExactly("Checked UNKNOWN");
  }

  @Test
  void aClauseThatDoesAnythingElseDoesNot() {
    assertThat(dropped("try { work(); } catch (Checked e) { failed(e); }")).isEmpty();
    assertThat(dropped("try { work(); } catch (Checked e) { failures++; }")).isEmpty();
    assertThat(dropped("try { work(); } catch (Checked e) { throw new Conflict(); }")).isEmpty();
    assertThat(dropped("try { work(); } catch (Checked e) { Thread.currentThread().interrupt(); }"))
        .isEmpty();
  }

  @Test
  void whatIsNotThrownIsNotDropped() {
    assertThat(dropped("try { int a = 1; } catch (Exception e) { }")).isEmpty();
  }

  @Test
  void leavingALoopOrAMethodWithoutAValueIsGoingOn() {
    assertThat(dropped("for (;;) { try { work(); } catch (Checked e) { break; } }")).hasSize(1);
    assertThat(dropped("try { work(); } catch (Checked e) { return; } done();")).hasSize(1);
  }

  @Test
  void whoseBodyNeverCompletesIsFollowedByWhatFailed() {
    assertThat(dropped("try { work(); return; } catch (Checked e) { } failed(null);")).isEmpty();
  }

  @Test
  void aVariableThatIsAskedForTellsOfTheFailure() {
    String read = "String s = null; try { s = read(); } catch (Checked e) { } ";

    assertThat(dropped(read + "done();")).hasSize(1);
    assertThat(dropped(read + "if (s == null) throw new Conflict();")).isEmpty();
    assertThat(dropped(read + "int n = s == null ? 1 : 2;")).isEmpty();
    assertThat(
            dropped(
                "boolean ok = false; try { work(); ok = true; } catch (Checked e) { } if (!ok) failed(null);"))
        .isEmpty();
  }

  @Test
  void aNameMayBeAskedBeforeItIsSetAgainInALoop() {
    assertThat(
            dropped(
                "String s = null; while (s == null) { try { s = read(); } catch (Checked e) { } }"))
        .isEmpty();
  }

  @Test
  void codeThatGoesOnToThrowDropsNothing() {
    String attempt = "try { work(); return; } catch (Checked e) { LOG.warn(\"failed\"); } ";
    String retried = "for (int i = 0; i < 3; i++) { " + attempt + "} throw new Conflict();";

    assertThat(
            dropped(
                "try { work(); if (failures > 0) return; } catch (Checked e) { } throw new Conflict();"))
        .isEmpty();
    assertThat(dropped(attempt + "done(); throw new Conflict();")).isEmpty();
    assertThat(dropped(retried)).isEmpty();
  }

  @Test
  void codeThatMayReturnInsteadDropsIt() {
    assertThat(
            dropped(
                "try { work(); } catch (Checked e) { } if (failures > 0) return; throw new Conflict();"))
        .hasSize(1);
    assertThat(
            dropped(
                "for (;;) { try { work(); } catch (Checked e) { } if (failures > 0) break; } done();"))
        .hasSize(1);
  }

  @Test
  void authorsSayByANameThatTheyMeanIt() {
    assertThat(dropped("try { work(); } catch (Checked ignored) { }")).isEmpty();
  }

  @Test
  void authorsSayInTheLogThatTheyMeanIt() {
    String clause = "try { work(); } catch (Checked e) { System.out.println(\"%s\"); }";

    assertThat(dropped(clause.formatted("no picture, ignoring that"))).isEmpty();
    assertThat(dropped(clause.formatted("no picture"))).hasSize(1);
  }

  @Test
  void whatFailsWhenSomethingFailedAlreadyDoesNotMatter() {
    String inClause =
        "try { work(); } catch (Checked e) { try { undo(); } catch (Checked f) { } throw new Conflict(); }";
    String inFinally = "try { done(); } finally { try { undo(); } catch (Checked f) { } }";

    assertThat(dropped(inClause)).isEmpty();
    assertThat(dropped(inFinally)).isEmpty();
  }

  @Test
  void whatAHelperOfAClauseDropsDoesNotMatterIfTheClauseThrows() {
    String undone = "try { work(); } catch (Checked e) { undone(); throw new Conflict(); }";
    String goesOn = "try { work(); } catch (Checked e) { undone(); failures++; }";

    assertThat(dropped(undone)).isEmpty();
    assertThat(dropped(goesOn)).containsExactly("Checked NO");
  }

  @Test
  void callersLearnOfItByCallsLambdasAndRecursion() {
    Evaluated evaluated =
        body(
            "List.of(1).forEach(n -> deep(n));",
            "void deep(int n) { if (n > 0) deep(n - 1); quiet(); } void quiet() { try { work(); } catch (Checked e) { } }");
    Summary summary = evaluated.summary();

    assertThat(events(summary)).containsExactly("Checked NO");
    assertThat(summary.trace(summary.events().iterator().next()))
        .extracting(Step::text)
        .startsWith("calls Test#deep(int)")
        .endsWith("calls Test#quiet()");
  }

  @Test
  void anExceptionMadeOfAnotherMayForgetIt() {
    String clause = "try { work(); } catch (Checked e) { %s }";

    assertThat(forgotten(clause, "throw new OrderMissing(e.getMessage());")).isEqualTo("Checked");
    assertThat(forgotten(clause, "throw new Conflict();")).isEqualTo("Checked");
    assertThat(forgotten(clause, "throw new OrderMissing(\"no\", e);")).isEmpty();
    assertThat(forgotten(clause, "throw new OrderMissing(e.getCause());")).isEmpty();
    assertThat(forgotten(clause, "LOG.warn(\"no\", e); throw new Conflict();")).isEmpty();
    assertThat(forgotten("if (failures > 0) { %s }", "throw new Conflict();")).isEmpty();
  }

  private static String forgotten(String code, String thrown) {
    return body(code.formatted(thrown), "").summary().events().stream()
        .filter(event -> event.kind() == Kind.CAUSE_LOST)
        .map(SwallowTest::simple)
        .collect(Collectors.joining());
  }

  private static List<String> dropped(String body) {
    return events(body(body, "").summary());
  }

  private static List<String> events(Summary summary) {
    return summary.events().stream()
        .filter(event -> event.kind() == Kind.SWALLOWED)
        .map(event -> simple(event) + " " + event.logged())
        .distinct()
        .toList();
  }

  private static String simple(Event event) {
    Escape failure = event.failure();
    String type = failure == null ? "" : failure.type();
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static Evaluated body(String body, String more) {
    return Evaluated.members(
        LOG
            + """
            Orders orders; Order order; int failures;
            void work() throws Checked { if (failures > 0) throw new Checked(); }
            void undo() throws Checked { if (failures > 0) throw new Checked(); }
            void undone() { try { undo(); } catch (Checked e) { } }
            String read() throws Checked { if (failures > 0) throw new Checked(); return "a"; }
            void failed(Exception e) { failures = failures + 1; }
            void done() { }
            void run(Order order) {
            """
            + body
            + "\n}\n"
            + more);
  }
}
