package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Buses that choose a handler by the class of what they are given. */
class CommandBusTest {
  private static final String COMMANDS =
      """
      interface Command {}
      record Open(String id) implements Command {}
      record Close(String id) implements Command {}
      interface Handler<C extends Command> { void handle(C command); }
      class Opening implements Handler<Open> {
        public void handle(Open open) { throw new Conflict(); }
      }
      class Closing implements Handler<Close> {
        public void handle(Close close) { throw new OrderMissing(); }
      }
      """;

  @Test
  void aHandlerTakesWhatItIsDeclaredFor() {
    assertThat(
            escapesOf(
                "Handler<Open> handler; void run(Open open) { handler.handle(open); }", COMMANDS))
        .containsExactly("Conflict always");
  }

  @Test
  void aHandlerOfAnythingTakesWhatTheArgumentIsDeclaredAs() {
    assertThat(
            escapesOf("Handler handler; void run(Open open) { handler.handle(open); }", COMMANDS))
        .containsExactly("Conflict always");
  }

  @Test
  void whatABusIsGivenIsStillOfTheTypeThatItHadOutside() {
    assertThat(
            escapesOf(
                "Bus bus; void run(Close close) { bus.send(close); }",
                COMMANDS,
                """
                class Bus {
                  Map<Class<?>, Handler<?>> handlers = new HashMap<>();
                  <C extends Command> void send(C command) {
                    ((Handler<C>) handlers.get(command.getClass())).handle(command);
                  }
                }
                """))
        .containsExactly("NullPointerException because STATE, absence", "OrderMissing always");
  }

  @Test
  void whatNobodyDeclaresMayComeToAnyHandler() {
    assertThat(
            escapesOf(
                "Bus bus; void run(Command command) { bus.send(command); }",
                COMMANDS,
                "class Bus { Handler any; void send(Command command) { any.handle(command); } }"))
        .containsExactly("Conflict always", "OrderMissing always");
  }

  @Test
  void aVariableOfAWiderTypeHoldsWhatItWasSetTo() {
    assertThat(
            escapesOf(
                """
                Handler any;
                void run(Open open) { Command command = open; any.handle(command); }
                """,
                COMMANDS))
        .containsExactly("Conflict always");
  }

  @Test
  void whatIsWrappedOnTheWayIsTheSame() {
    assertThat(
            escapesOf(
                "Bus bus; void run(Open open) { bus.send(open); }",
                COMMANDS,
                """
                record Envelope(Command payload) {}
                class Bus {
                  Handler any;
                  void send(Object command) { pass(new Envelope((Command) command)); }
                  void pass(Envelope envelope) {
                    Optional.of(envelope.payload()).ifPresent(found -> any.handle(found));
                  }
                }
                """))
        .containsExactly("Conflict because REQUEST");
  }

  @Test
  void anInheritedHandlerTakesWhatTheInheritingClassSays() {
    assertThat(
            escapesOf(
                "Bus bus; void run(Close close) { bus.send(close); }",
                """
                interface Command {}
                record Open(String id) implements Command {}
                record Close(String id) implements Command {}
                interface Handler<C> { void handle(C command); }
                abstract class Base<C> implements Handler<C> {
                  public void handle(C command) { check(); todo(command); }
                  void check() {}
                  abstract void todo(C command);
                }
                class Opening extends Base<Open> {
                  void check() { throw new Conflict(); }
                  void todo(Open open) { throw new Conflict(); }
                }
                class Closing extends Base<Close> {
                  void todo(Close close) { throw new OrderMissing(); }
                }
                class Bus { Handler any; void send(Object command) { any.handle(command); } }
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aHandlerAmongManyIsFound() {
    StringBuilder many = new StringBuilder("interface Handler<C> { void handle(C command); }");
    for (int i = 0; i < 30; i++) {
      many.append("record C%d(String id) {} ".formatted(i))
          .append("class H%d implements Handler<C%d> {".formatted(i, i))
          .append("public void handle(C%d command) {".formatted(i))
          .append(i == 29 ? "throw new Conflict(); } }" : "throw new OrderMissing(); } }");
    }
    many.append("class Bus { Handler any; void send(Object command) { any.handle(command); } }");
    assertThat(escapesOf("Bus bus; void run(C29 command) { bus.send(command); }", many.toString()))
        .containsExactly("Conflict always");
  }

  @Test
  void aTestOfTheClassHasOneAnswer() {
    assertThat(
            escapesOf(
                "void run(Open open) { if (open != null) handle(open); } "
                    + """
                    void handle(Command command) {
                      if (command instanceof Open) throw new Conflict();
                      if (command instanceof Close close) throw new OrderMissing();
                    }
                    """,
                COMMANDS))
        .containsExactly("Conflict because REQUEST");
  }
}
