package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which methods a call runs. */
class DispatchTest {
  private static final String SHAPES =
      """
      interface Shape { void draw(); }
      class Circle implements Shape { public void draw() { throw new OrderMissing(); } }
      class Square implements Shape { public void draw() { throw new Conflict(); } }
      """;

  @Test
  void aCallOfAnInterfaceRunsItsOnlyImplementation() {
    assertThat(
            escapesOf(
                "Shape shape; void run(String id) { shape.draw(); }",
                "interface Shape { void draw(); }",
                "class Circle implements Shape { public void draw() { throw new Conflict(); } }"))
        .containsExactly("Conflict always");
  }

  @Test
  void aCallOfAnInterfaceRunsAnyImplementation() {
    assertThat(escapesOf("Shape shape; void run(String id) { shape.draw(); }", SHAPES))
        .containsExactly("Conflict always", "OrderMissing always");
  }

  @Test
  void ofAnyObjectAndOfFunctionsNobodyKnowsNoneOfTheProgramsIsTaken() {
    assertThat(
            escapesOf(
                "Object o; Runnable r; void run(String id) { o.toString(); r.run(); }",
                """
                class A implements Runnable {
                  public String toString() { throw new Conflict(); }
                  public void run() { throw new Conflict(); }
                }
                """,
                """
                class B implements Runnable {
                  public String toString() { throw new Conflict(); }
                  public void run() { throw new Conflict(); }
                }
                """))
        .isEmpty();
  }

  @Test
  void anInheritedMethodRunsWhatTheInheritingClassMakesOfIt() {
    assertThat(
            escapesOf(
                "Shapes shapes; void run(String id) { shapes.add(); }",
                """
                abstract class Base { void store() { check(); } void check() {} }
                class Shapes extends Base { void add() { store(); } }
                class Circles extends Base { void check() { throw new OrderMissing(); } }
                class Squares extends Base { void store() { throw new Conflict(); } }
                """))
        .isEmpty();
    assertThat(
            escapesOf(
                "Shapes shapes; void run(String id) { shapes.add(); }",
                """
                abstract class Base { void store() { check(); } void check() {} }
                class Shapes extends Base {
                  void add() { super.store(); }
                  void check() { throw new Conflict(); }
                }
                class Circles extends Base { void check() { throw new OrderMissing(); } }
                """))
        .containsExactly("Conflict always");
  }

  @Test
  void aFragmentOfARepositoryRunsWhereTheProjectImplementsIt() {
    assertThat(
            escapesOf(
                "Shapes shapes; void run(String id) { shapes.report(id).length(); }",
                """
                interface Reports { String report(String id); }
                class ReportsImpl implements Reports {
                  public String report(String id) {
                    if (id.isEmpty()) throw new Conflict();
                    return "report";
                  }
                }
                interface Shapes
                    extends org.springframework.data.repository.CrudRepository<Order, String>,
                        Reports {}
                """))
        .containsExactly("Conflict because REQUEST");
  }

  @Test
  void anObjectJustMadeIsOfExactlyItsClass() {
    assertThat(escapesOf("void run(String id) { Shape s = new Circle(); s.draw(); }", SHAPES))
        .containsExactly("OrderMissing always");
  }

  @Test
  void ofTheOverridersOfAGenericMethodThoseRunThatTakeTheArgument() {
    assertThat(
            escapesOf(
                "Handler handler; void run(String id) { handler.handle(new Open(id)); }",
                """
                record Open(String id) {}
                record Close(String id) {}
                interface Handler<C> { void handle(C command); }
                class Opening implements Handler<Open> {
                  public void handle(Open open) { throw new Conflict(); }
                }
                class Closing implements Handler<Close> {
                  public void handle(Close close) { throw new OrderMissing(); }
                }
                """))
        .containsExactly("Conflict always");
  }

  @Test
  void anObjectMadeInEitherOfTwoWaysIsOfEitherClass() {
    assertThat(
            escapesOf(
                """
                void run(String id) { make(id).draw(); }
                Shape make(String id) { return id.isEmpty() ? new Circle() : new Circle(); }
                """,
                SHAPES))
        .containsExactly("OrderMissing always");
  }

  @Test
  void anOverriderRunsInsteadOfWhatItOverrides() {
    assertThat(
            escapesOf(
                """
                static class Base { void step() { throw new OrderMissing(); } }
                static class Sub extends Base { @Override void step() {} }
                void run(String id) { new Sub().step(); }
                """))
        .isEmpty();
  }

  @Test
  void superRunsWhatIsOverridden() {
    assertThat(
            escapesOf(
                """
                static class Base { void step() { throw new OrderMissing(); } }
                static class Sub extends Base { @Override void step() { super.step(); } }
                void run(String id) { new Sub().step(); }
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aTemplateRunsTheStepsOfTheClassItIsCalledOn() {
    String templates =
        """
        abstract class Template {
          void go() { step(); }
          abstract void step();
        }
        class Good extends Template { void step() {} }
        class Bad extends Template { void step() { throw new Conflict(); } }
        """;
    assertThat(escapesOf("void run(String id) { new Good().go(); }", templates)).isEmpty();
    assertThat(escapesOf("Good good; void run(String id) { good.go(); }", templates)).isEmpty();
    assertThat(escapesOf("Bad bad; void run(String id) { bad.go(); }", templates))
        .containsExactly("Conflict always");
    assertThat(escapesOf("Template any; void run(String id) { any.go(); }", templates))
        .containsExactly("Conflict always");
  }

  @Test
  void aTestForNullDoesNotHideTheClass() {
    String templates =
        """
        abstract class Template {
          void go() { step(); }
          abstract void step();
        }
        class Good extends Template { void step() {} }
        class Bad extends Template { void step() { throw new Conflict(); } }
        class Context { Good good; Good good() { return good; } }
        """;
    assertThat(
            escapesOf(
                """
                Context context;
                void run(String id) {
                  Good good = context.good();
                  if (good != null) {
                    good.go();
                  }
                }
                """,
                templates))
        .isEmpty();
  }

  @Test
  void anOverriderRunsOnAnObjectOfItsOwnClass() {
    assertThat(
            escapesOf(
                "Work any; void run(String id) { any.go(); }",
                """
                interface Work {
                  void go();
                  boolean harmless();
                  default void guard() {
                    if (!harmless()) {
                      throw new Conflict();
                    }
                  }
                }
                class Reading implements Work {
                  public void go() { guard(); }
                  public boolean harmless() { return true; }
                }
                class Writing implements Work {
                  public void go() {}
                  public boolean harmless() { return false; }
                }
                """))
        .isEmpty();
  }

  @Test
  void howeverManyObjectsThereAreEachRunsItsOwnSteps() {
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      calls.append("new Good(%d).go();".formatted(i));
    }
    assertThat(
            escapesOf(
                "void run(String id) { %s }".formatted(calls),
                """
                abstract class Template {
                  private final int number;
                  Template(int number) { this.number = number; }
                  void go() { step(); }
                  abstract void step();
                }
                class Good extends Template { Good(int n) { super(n); } void step() {} }
                class Bad extends Template {
                  Bad(int n) { super(n); }
                  void step() { throw new Conflict(); }
                }
                """))
        .isEmpty();
  }

  @Test
  void aCollectionIsThePlatformsUnlessItIsKnownToBeOneOfTheProgram() {
    String bounded =
        """
        class Bounded extends java.util.ArrayList<String> {
          @Override public boolean add(String line) { throw new Conflict(); }
        }
        """;
    assertThat(
            escapesOf(
                "java.util.List<String> lines; void run(String id) { lines.add(id); }", bounded))
        .isEmpty();
    assertThat(
            escapesOf(
                """
                void run(String id) {
                  java.util.List<String> lines = new java.util.ArrayList<>();
                  lines.add(id);
                }
                """,
                bounded))
        .isEmpty();
    assertThat(
            escapesOf(
                """
                void run(String id) {
                  java.util.List<String> lines = new Bounded();
                  lines.add(id);
                }
                """,
                bounded))
        .containsExactly("Conflict always");
    assertThat(escapesOf("Bounded lines; void run(String id) { lines.add(id); }", bounded))
        .containsExactly("Conflict always");
  }

  @Test
  void aDefaultMethodRunsUnlessItIsOverridden() {
    String shop =
        """
        interface Shop { default void open() { throw new Conflict(); } }
        class Plain implements Shop {}
        class Own implements Shop { public void open() {} }
        """;
    assertThat(escapesOf("void run(String id) { new Plain().open(); }", shop))
        .containsExactly("Conflict always");
    assertThat(escapesOf("void run(String id) { new Own().open(); }", shop)).isEmpty();
  }

  @Test
  void anAnonymousClassRunsItsOwnMethodsWithWhatItCaptured() {
    assertThat(
            escapesOf(
                """
                void run(String id) {
                  String text = id;
                  String fixed = "12";
                  go(new Step() { public void go() { Integer.parseInt(text); Integer.parseInt(fixed); } });
                }
                void go(Step step) { step.go(); }
                interface Step { void go(); }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void anAnonymousClassCallsTheMethodsAroundIt() {
    assertThat(
            escapesOf(
                """
                @Value("${limit}") String limit;
                void run(String id) {
                  new Step() { public void go() { check(); Integer.parseInt(limit); } }.go();
                }
                void check() { Integer.parseInt(limit); throw new Conflict(); }
                interface Step { void go(); }
                """))
        .containsExactly("Conflict always", "NumberFormatException because CONFIGURATION");
  }

  @Test
  void aLocalClassKnowsWhatItCaptured() {
    assertThat(
            escapesOf(
                """
                void run(String id) {
                  class Parser { int parse() { return Integer.parseInt(id); } }
                  new Parser().parse();
                }
                """))
        .containsExactly("NumberFormatException because REQUEST");
  }

  @Test
  void aConstantOfAnEnumRunsItsOwnBody() {
    String ops =
        """
        enum Op {
          SAFE { void go() {} },
          RISKY { void go() { throw new Conflict(); } },
          PLAIN;
          void go() { throw new OrderMissing(); }
        }
        """;
    assertThat(escapesOf("void run(String id) { Op.SAFE.go(); }", ops)).isEmpty();
    assertThat(escapesOf("void run(String id) { Op.RISKY.go(); }", ops))
        .containsExactly("Conflict always");
    assertThat(escapesOf("void run(String id) { Op.PLAIN.go(); }", ops))
        .containsExactly("OrderMissing always");
    assertThat(escapesOf("void run(Op op) { op.go(); }", ops))
        .containsExactly("Conflict always", "OrderMissing always");
  }

  @Test
  void moreImplementationsThanAreFollowedAreCounted() {
    StringBuilder types = new StringBuilder("interface Shape { void draw(); }");
    for (int i = 0; i < 14; i++) {
      types.append("class S" + i + " implements Shape { public void draw() {} }\n");
    }
    Evaluated evaluated =
        Evaluated.members("Shape shape; void run(String id) { shape.draw(); }", types.toString());

    assertThat(evaluated.escapes()).isEmpty();
    assertThat(evaluated.capped().values()).containsExactly(new Census.Capped("draw", 2));
  }

  @Test
  void whatOnlyNotesWhichMethodIsCalledRunsNothing() {
    String import_ = "org.springframework.hateoas.server.mvc.WebMvcLinkBuilder";
    assertThat(
            escapesOf(
                "static Order show(String id) { throw new OrderMissing(); }"
                    + "static class Shop { Order show(String id) { throw new OrderMissing(); } }"
                    + "void run(String id) { "
                    + import_
                    + ".linkTo("
                    + import_
                    + ".methodOn(Shop.class).show(id)); }"))
        .isEmpty();
  }
}
