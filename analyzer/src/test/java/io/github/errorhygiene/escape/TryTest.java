package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.escapesOfBody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code try}: what is caught, rethrown, wrapped, and what {@code finally} makes of it. */
class TryTest {
  private static final String RISKY =
      """
      class Risky implements AutoCloseable {
        static void missing() { throw new OrderMissing(); }
        static void closed() { throw new OrderClosed(); }
        static void conflict() { throw new Conflict(); }
        public void close() throws Checked { throw new Checked(); }
      }
      """;

  @Test
  void aCaughtExceptionDoesNotEscape() {
    assertThat(escapesOfBody("try { Risky.missing(); } catch (OrderMissing e) {}", RISKY))
        .isEmpty();
  }

  @Test
  void aSupertypeCatchesASubtypeDoesNot() {
    assertThat(escapesOfBody("try { Risky.closed(); } catch (OrderMissing e) {}", RISKY)).isEmpty();
    assertThat(escapesOfBody("try { Risky.missing(); } catch (OrderClosed e) {}", RISKY))
        .containsExactly("OrderMissing always");
  }

  @Test
  void anyOfSeveralTypesCatches() {
    assertThat(
            escapesOfBody(
                """
                try { if (id.isEmpty()) Risky.missing(); Risky.conflict(); }
                catch (OrderMissing | Conflict e) {}
                """,
                RISKY))
        .isEmpty();
  }

  @Test
  void theFirstClauseThatFitsCatches() {
    assertThat(
            escapesOfBody(
                """
                try { Risky.closed(); }
                catch (OrderClosed e) { throw new Conflict(); }
                catch (RuntimeException e) { throw e; }
                """,
                RISKY))
        .containsExactly("Conflict always");
  }

  @Test
  void whatAClauseThrowsIsNotCaughtByItsNeighbours() {
    assertThat(
            escapesOfBody(
                """
                try { Risky.missing(); }
                catch (OrderMissing e) { Risky.conflict(); }
                catch (RuntimeException e) {}
                """,
                RISKY))
        .containsExactly("Conflict always");
  }

  @Test
  void aDeclaredSupertypeIsCaughtInPart() {
    assertThat(
            escapesOf(
                """
                interface Source { void read() throws IOException; }
                Source in;
                void run(String id) throws IOException {
                  try { in.read(); } catch (FileNotFoundException e) {}
                }
                """))
        .containsExactly("IOException because STATE");
  }

  @Test
  void aRethrownExceptionKeepsItsCause() {
    assertThat(
            escapesOfBody("try { Integer.parseInt(id); } catch (RuntimeException e) { throw e; }"))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aWrapperKnowsWhatItWraps() {
    assertThat(
            escapesOfBody(
                """
                try { Integer.parseInt(id); }
                catch (NumberFormatException e) { throw new OrderMissing("no", e); }
                """))
        .containsExactly("OrderMissing because REQUEST, wrapping NumberFormatException");
    assertThat(
            escapesOfBody(
                """
                try { Integer.parseInt(id); }
                catch (NumberFormatException e) {
                  RuntimeException wrapper = new IllegalStateException();
                  wrapper.initCause(e);
                  throw wrapper;
                }
                """))
        .containsExactly("IllegalStateException because REQUEST, wrapping NumberFormatException");
  }

  @Test
  void aWrapperThatForgetsItsCauseWrapsNothing() {
    assertThat(
            escapesOfBody(
                """
                try { Integer.parseInt(id); }
                catch (NumberFormatException e) { throw new OrderMissing(e.getMessage()); }
                """))
        .containsExactly("OrderMissing because REQUEST");
    assertThat(
            escapesOfBody(
                """
                try { Integer.parseInt(id); }
                catch (NumberFormatException e) { throw new Forgetful("no", e); }
                """,
                """
                class Forgetful extends RuntimeException {
                  Forgetful(String text, Throwable ignored) { super(text); }
                }
                """))
        .containsExactly("Forgetful because REQUEST");
  }

  @Test
  void anUnwrappedCauseIsTheExceptionThatWasWrapped() {
    assertThat(
            escapesOfBody(
                """
                try {
                  try { Integer.parseInt(id); }
                  catch (NumberFormatException e) { throw new OrderMissing(e); }
                } catch (OrderMissing e) {
                  throw (RuntimeException) e.getCause();
                }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aTypeTestTellsCaughtExceptionsApart() {
    assertThat(
            escapesOfBody(
                """
                try { if (id.isEmpty()) Risky.missing(); Risky.conflict(); }
                catch (RuntimeException e) {
                  if (e instanceof OrderMissing missing) throw missing;
                  throw new IllegalStateException(e);
                }
                """,
                RISKY))
        .containsExactly(
            "IllegalStateException because REQUEST, wrapping Conflict",
            "OrderMissing because REQUEST");
  }

  @Test
  void anInnerTryCatchesFirst() {
    assertThat(
            escapesOfBody(
                """
                try {
                  try { Risky.missing(); }
                  catch (OrderMissing e) { throw new Conflict(); }
                } catch (OrderMissing e) { throw new IllegalStateException(); }
                """,
                RISKY))
        .contains("Conflict always");
  }

  @Test
  void codeAfterATryWhoseClauseReturnsRunsIfNothingFailed() {
    assertThat(
            escapesOfBody(
                """
                try { Integer.parseInt(id); } catch (NumberFormatException e) { return; }
                throw new OrderMissing();
                """))
        .hasSize(1);
  }

  @Test
  void codeAfterATryThatAlwaysFailsRunsOnlyIfAClauseGoesOn() {
    assertThat(
            escapesOfBody(
                """
                try { Risky.missing(); } catch (OrderMissing e) { return; }
                throw new Conflict();
                """,
                RISKY))
        .isEmpty();
  }

  @Test
  void aFinallyRunsAndLetsPass() {
    assertThat(escapesOfBody("try { Risky.missing(); } finally { System.out.println(); }", RISKY))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aFinallyThatReturnsSwallows() {
    assertThat(escapesOfBody("try { Risky.missing(); } finally { return; }", RISKY)).isEmpty();
  }

  @Test
  void aFinallyThatThrowsReplaces() {
    assertThat(escapesOfBody("try { Risky.missing(); } finally { Risky.conflict(); }", RISKY))
        .containsExactly("Conflict always");
  }

  @Test
  void aFinallyThatMayThrowAdds() {
    assertThat(
            escapesOfBody(
                "try { Risky.missing(); } finally { if (id.isEmpty()) Risky.conflict(); }", RISKY))
        .containsExactly("Conflict because REQUEST", "OrderMissing always");
  }

  @Test
  void aFinallyRunsAfterReturn() {
    assertThat(
            escapesOfBody("try { return; } finally { if (id.isEmpty()) Risky.conflict(); }", RISKY))
        .containsExactly("Conflict because REQUEST");
  }

  @Test
  void aClauseWithFinallyIsFinishedByIt() {
    assertThat(
            escapesOfBody(
                """
                try { Risky.missing(); }
                catch (OrderMissing e) { throw new Conflict(); }
                finally { System.out.println(); }
                """,
                RISKY))
        .containsExactly("Conflict always");
  }

  @Test
  void aResourceIsClosed() {
    assertThat(escapesOfBody("try (Risky r = new Risky()) { id.length(); }", RISKY))
        .containsExactly("Checked always");
    assertThat(escapesOfBody("Risky r = new Risky(); try (r) { id.length(); }", RISKY))
        .containsExactly("Checked always");
  }

  @Test
  void aResourceIsClosedAfterReturnAndFailure() {
    assertThat(escapesOfBody("try (Risky r = new Risky()) { return; }", RISKY))
        .containsExactly("Checked always");
    assertThat(
            escapesOfBody(
                "try (Risky r = new Risky()) { Integer.parseInt(id); throw new Conflict(); }",
                RISKY))
        .contains("Conflict always", "NumberFormatException because REQUEST");
  }

  @Test
  void whatClosingThrowsIsCaughtByTheSameTry() {
    assertThat(escapesOfBody("try (Risky r = new Risky()) { return; } catch (Checked e) {}", RISKY))
        .isEmpty();
  }

  @Test
  void aSuppressedExceptionChangesNothing() {
    assertThat(
            escapesOfBody(
                """
                try { Risky.missing(); }
                catch (OrderMissing e) { e.addSuppressed(new Conflict()); throw e; }
                """,
                RISKY))
        .containsExactly("OrderMissing always");
  }

  @Test
  void theCauseOfAReflectiveCallIsTakenOut() {
    assertThat(
            escapesOf(
                """
                void invoke() throws java.lang.reflect.InvocationTargetException {
                  throw new java.lang.reflect.InvocationTargetException(new OrderMissing());
                }
                void run(String id) throws Throwable {
                  try { invoke(); }
                  catch (java.lang.reflect.InvocationTargetException e) { throw e.getTargetException(); }
                }
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void theRootCauseIsTakenOut() {
    assertThat(
            escapesOf(
                """
                void run(String id) throws Throwable {
                  try { throw new IllegalStateException(new OrderMissing(new Conflict())); }
                  catch (IllegalStateException e) { throw com.google.common.base.Throwables.getRootCause(e); }
                }
                """))
        .containsExactly("Conflict always");
  }

  @Test
  void anAssignmentThatFailsLeavesTheVariableAsItWas() {
    String loaded =
        """
        Order order = new Order(id, 1, null);
        try { order = orders.findById(id).orElse(null); } catch (IllegalStateException e) {
          order.amount();
        }
        """;
    assertThat(escapesOfBody(loaded)).isEmpty();
    assertThat(escapesOfBody(loaded + "order.amount();"))
        .containsExactly("NullPointerException because REQUEST, absence");
  }

  @Test
  void whoeverCollidesFindsWhatIsThere() {
    String lookUp = "orders.findById(id).orElseThrow(OrderMissing::new);";
    assertThat(
            escapesOfBody(
                "try { orders.save(new Order(id, 1, null)); }"
                    + "catch (org.springframework.dao.DataIntegrityViolationException e) {"
                    + lookUp
                    + "}"))
        .isEmpty();
    assertThat(
            escapesOfBody(
                "try { orders.save(new Order(id, 1, null)); } catch (RuntimeException e) {"
                    + lookUp
                    + "}"))
        .containsExactly("OrderMissing because REQUEST, absence");
  }

  @Test
  void whatWrappersAreGivenIsTheirCause() {
    assertThat(
            escapesOf(
                """
                void run(String id) throws Throwable {
                  try { throw new CompletionException(new OrderMissing()); }
                  catch (CompletionException e) { throw e.getCause(); }
                }
                """))
        .containsExactly("OrderMissing always");
    assertThat(
            escapesOf(
                """
                void run(String id) throws Throwable {
                  try { throw new ExecutionException("late", new OrderMissing()); }
                  catch (ExecutionException e) {
                    if (e.getCause() instanceof OrderMissing missing) throw missing;
                  }
                }
                """))
        .containsExactly("OrderMissing always");
  }
}
