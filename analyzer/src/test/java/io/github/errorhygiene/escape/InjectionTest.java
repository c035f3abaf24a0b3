package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a container injects into a field is what a call through it runs. */
class InjectionTest {
  @Test
  void aCallOfABeanWithADecoratorRunsTheDecorator() {
    assertThat(
            escapesOf(
                "Shape shape; void run(String id) { shape.draw(); }",
                "interface Shape { void draw(); }",
                "class Circle implements Shape { public void draw() { throw new Conflict(); } }",
                """
                @jakarta.decorator.Decorator class Drawn implements Shape {
                  Shape delegate;
                  public void draw() {
                    try { delegate.draw(); } catch (Conflict e) { throw new OrderMissing(); }
                  }
                }
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aGenericServiceIsNarrowedByItsField() {
    assertThat(
            escapesOf(
                """
                static class Sub extends Base<String> {}
                Sub sub;
                void run(String id) { sub.go(id); }
                """,
                "abstract class Base<T> { void go(T t) { check(t); } void check(T t) { throw new"
                    + " Conflict(); } }",
                "class Other extends Base<Integer> { void check(Integer i) { throw new"
                    + " OrderMissing(); } }"))
        .containsExactly("Conflict always");
  }

  private static String injected(String field, String one, String other) {
    return """
        import org.springframework.context.annotation.*; import org.springframework.stereotype.*;
        import org.springframework.beans.factory.annotation.*; import lombok.*;
        interface Shape { void draw(); }
        %s class Circle implements Shape { public void draw() { throw new OrderMissing(); } }
        %s class Square implements Shape { public void draw() { throw new Conflict(); } }
        @Service @RequiredArgsConstructor class Test {
          %s
          void run(String id) { shape.draw(); }
        }
        """
        .formatted(one, other, field);
  }

  private static List<String> drawn(String field, String one, String other) {
    return Evaluated.of(injected(field, one, other)).escapes();
  }

  @Test
  void aContainerInjectsTheOnlyBean() {
    assertThat(drawn("@Autowired Shape shape;", "@Component", ""))
        .containsExactly("OrderMissing always");
    assertThat(drawn("final Shape shape;", "", "@Service")).containsExactly("Conflict always");
    assertThat(drawn("final Shape shape;", "@Component", "@Component"))
        .containsExactly("Conflict always", "OrderMissing always");
  }

  @Test
  void aContainerInjectsThePrimaryBean() {
    assertThat(drawn("final Shape shape;", "@Component", "@Component @Primary"))
        .containsExactly("Conflict always");
  }

  @Test
  void aContainerInjectsTheQualifiedBean() {
    assertThat(
            drawn(
                "@Autowired @Qualifier(\"circle\") Shape shape;",
                "@Component",
                "@Component @Primary"))
        .containsExactly("OrderMissing always");
    assertThat(
            drawn(
                "@Autowired @Qualifier(\"best\") Shape shape;", "@Component", "@Service(\"best\")"))
        .containsExactly("Conflict always");
    assertThat(
            drawn(
                "final Shape shape; Test(@Qualifier(\"square\") Shape shape) { this.shape = shape; }",
                "@Component",
                "@Component"))
        .containsExactly("Conflict always");
  }

  @Test
  void aContainerInjectsTheBeanOfTheFieldsName() {
    assertThat(
            Evaluated.of(
                    injected("@Autowired Shape square;", "@Component", "@Component")
                        .replace("shape.draw()", "square.draw()"))
                .escapes())
        .containsExactly("Conflict always");
  }

  @Test
  void whatAContainerInjectedMayBeAskedForByAMethod() {
    String asked =
        """
        import org.springframework.stereotype.*;
        interface Shape { default void draw() { throw new Conflict(); } }
        @Component class Circle implements Shape { public void draw() { throw new OrderMissing(); } }
        @Service class Test {
          private final Shape shape;
          Test(Shape shape) { this.shape = shape == null ? new Shape() {} : shape; }
          Shape getShape() { return shape; }
          void run(String id) { getShape().draw(); }
        }
        """;

    assertThat(Evaluated.of(asked).escapes()).containsExactly("OrderMissing always");
    assertThat(
            Evaluated.of(
                    asked.replace("{ return shape; }", "{ return other(); } native Shape other();"))
                .escapes())
        .containsExactly("Conflict always", "OrderMissing always");
  }

  @Test
  void whereAFactoryMayMakeTheBeanAnyImplementationMayRun() {
    assertThat(
            drawn("@Autowired Shape shape; @Bean Shape other() { return null; }", "@Component", ""))
        .containsExactly("Conflict always", "OrderMissing always");
  }
}
