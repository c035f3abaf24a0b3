package io.github.errorhygiene.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
  private static final String USER =
      """
      package shop.web;
      import shop.model.OrderDto;
      import shop.model.OrderLineDto;
      class Orders {}
      """;

  @TempDir Path root;

  private void schemas(String schemas) throws IOException {
    String text = "openapi: 3.0.1\npaths: {}\ncomponents:\n  schemas:\n" + schemas.indent(4);
    Files.writeString(root.resolve("openapi.yaml"), text);
  }

  private List<Unit> models(String... sources) {
    List<Unit> units =
        java.util.Arrays.stream(sources).map(text -> SourceReader.lower("A.java", text)).toList();
    return GeneratedCode.of(
        units, name -> name.equals("shop.model.Known"), new OpenApiFiles(new FileTree(root)));
  }

  private TypeDecl model(String name) {
    return models(USER).get(0).types().stream()
        .filter(type -> type.name().equals("shop.model." + name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> methods(String name) {
    return model(name).methods().stream().map(ModelsTest::signature).toList();
  }

  private static String signature(MethodDecl method) {
    List<String> types = method.parameters().stream().map(p -> p.type().toString()).toList();
    return method.returnType() + " " + method.name() + types;
  }

  @Test
  void an_imported_class_that_is_nowhere_is_made_of_its_schema() throws IOException {
    schemas(
        """
        order_line: {type: object, properties: {sku: {type: string}, amount: {type: integer}}}
        Order: {type: object, properties: {id: {type: integer, format: int64}}}
        """);

    assertThat(models(USER).get(0).gaps()).isEmpty();
    assertThat(models(USER).get(0).types())
        .extracting(TypeDecl::name)
        .containsExactly("shop.model.OrderLineDto", "shop.model.OrderDto");
    assertThat(methods("OrderLineDto"))
        .containsExactly(
            "void <init>[]",
            "String getSku[]",
            "void setSku[String]",
            "OrderLineDto sku[String]",
            "Integer getAmount[]",
            "void setAmount[Integer]",
            "OrderLineDto amount[Integer]");
  }

  @Test
  void properties_have_the_generator_s_types() throws IOException {
    schemas(
        """
        OrderLine: {type: object, properties: {}}
        State: {type: string, enum: [open, in-work]}
        Id: {type: string, format: uuid}
        Order:
          type: object
          properties:
            state: {$ref: '#/components/schemas/State'}
            id: {$ref: '#/components/schemas/Id'}
            lines: {type: array, items: {$ref: '#/components/schemas/OrderLine'}}
            labels: {type: object, additionalProperties: {type: string}}
            placed: {type: string, format: date-time}
            kind: {type: string, enum: [a, b]}
            first: {allOf: [{$ref: '#/components/schemas/OrderLine'}]}
        """);

    assertThat(methods("OrderDto"))
        .contains(
            "StateDto getState[]",
            "java.util.UUID getId[]",
            "java.util.List<OrderLineDto> getLines[]",
            "OrderDto addLinesItem[OrderLineDto]",
            "java.util.Map<String, String> getLabels[]",
            "java.time.OffsetDateTime getPlaced[]",
            "KindEnum getKind[]",
            "OrderLineDto getFirst[]");
    assertThat(model("StateDto").enumConstants())
        .extracting(TypeDecl.EnumConstant::name)
        .containsExactly("OPEN", "IN_WORK");
    assertThat(methods("StateDto")).contains("StateDto fromValue[String]");
  }

  @Test
  void what_must_be_there_and_what_is_constrained_is_annotated() throws IOException {
    schemas(
        """
        OrderLine: {type: object, properties: {sku: {type: string, maxLength: 8}}, required: [sku]}
        Order: {type: object, properties: {line: {$ref: '#/components/schemas/OrderLine'}}}
        """);

    assertThat(annotations("OrderLineDto", "getSku"))
        .containsExactly(
            "jakarta.validation.constraints.NotNull", "jakarta.validation.constraints.Size");
    assertThat(annotations("OrderDto", "getLine")).containsExactly("jakarta.validation.Valid");
  }

  private List<String> annotations(String type, String method) {
    return model(type).methods().stream()
        .filter(each -> each.name().equals(method))
        .flatMap(each -> each.annotations().stream())
        .map(annotation -> annotation.name())
        .toList();
  }

  @Test
  void parts_are_merged_unless_a_discriminator_tells_them_apart() throws IOException {
    schemas(
        """
        Named: {type: object, properties: {name: {type: string}}}
        Base: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
        OrderLine:
          allOf: [{$ref: '#/components/schemas/Named'}, {properties: {sku: {type: string}}}]
        Order:
          allOf: [{$ref: '#/components/schemas/Base'}, {properties: {total: {type: number}}}]
        """);

    assertThat(methods("OrderLineDto")).contains("String getName[]", "String getSku[]");
    assertThat(model("OrderDto").superclass()).hasToString("BaseDto");
    assertThat(methods("OrderDto")).doesNotContain("String getKind[]");
  }

  @Test
  void circles_end() throws IOException {
    schemas(
        """
        Ring: {allOf: [{$ref: '#/components/schemas/Ring'}]}
        Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}
        OrderLine: {allOf: [{$ref: '#/components/schemas/OrderLine'}, {properties: {a: {}}}]}
        Order: {properties: {ring: {$ref: '#/components/schemas/Ring'}, tree: {$ref: '#/components/schemas/Tree'}}}
        """);

    assertThat(methods("OrderLineDto")).contains("Object getA[]");
    assertThat(methods("OrderDto")).contains("Object getRing[]");
  }

  @Test
  void nothing_is_made_of_schemas_that_explain_less_than_half_of_what_is_missing()
      throws IOException {
    schemas("Order: {type: object, properties: {id: {type: string}}}");
    String other =
        """
        package shop.web;
        import shop.model.OrderDto;
        import shop.model.Clock;
        import shop.model.Mailer;
        """;

    assertThat(models(other)).isEmpty();
  }

  @Test
  void what_exists_what_is_implemented_and_what_others_publish_is_not_made() throws IOException {
    schemas("Order: {type: object, properties: {id: {type: string}}}\nKnown: {properties: {}}");

    assertThat(models("package shop.web; import shop.model.Known; class A {}")).isEmpty();
    assertThat(models("package shop.web; import shop.api.OrderApi; class A implements OrderApi {}"))
        .isEmpty();
    assertThat(models("package shop.web; import org.other.Order; class A {}")).isEmpty();
    assertThat(models("package shop.web; import shop.model.Order; class A {}")).hasSize(1);
  }
}
