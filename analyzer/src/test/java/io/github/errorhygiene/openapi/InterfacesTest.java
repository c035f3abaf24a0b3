package io.github.errorhygiene.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterfacesTest {
  private static final String RESOURCE =
      """
      package shop.web;
      import jakarta.ws.rs.core.Response;
      import shop.api.OrdersApi;
      class Orders implements OrdersApi {
        public Response getOrder(Long id, String lang) { return null; }
        public Response addOrder(Order order) { return null; }
        void help() {}
      }
      """;

  private static final String PATHS =
      """
      paths:
        /orders/{id}:
          get:
            operationId: get_order
            parameters:
            - {name: lang, in: header, required: true}
            - {name: id, in: path, schema: {type: integer, minimum: 1}}
            responses: {'200': {content: {application/json: {}}}}
        /orders:
          post:
            operationId: addOrder
            requestBody: {required: true, content: {application/json: {}}}
      """;

  @TempDir Path root;

  private List<Unit> interfaces(String source) throws IOException {
    return interfaces(source, false);
  }

  private List<Unit> interfaces(String source, boolean compiled) throws IOException {
    return interfaces(source, compiled, PATHS);
  }

  private List<Unit> interfaces(String source, boolean compiled, String paths) throws IOException {
    return interfaces(source, paths, name -> compiled);
  }

  private List<Unit> interfaces(String source, String paths, Predicate<String> compiled)
      throws IOException {
    Files.writeString(root.resolve("openapi.yaml"), "openapi: 3.0.1\n" + paths);
    List<Unit> units = List.of(SourceReader.lower("Orders.java", source));
    return GeneratedCode.of(units, compiled, new OpenApiFiles(new FileTree(root)));
  }

  private static List<String> texts(List<Annotation> annotations) {
    return annotations.stream().map(InterfacesTest::text).toList();
  }

  private static String text(Annotation annotation) {
    String name = annotation.name().replaceFirst("^jakarta[.](ws[.]rs|validation)[.]", "");
    Expr value = annotation.values().get("value");
    Expr first = value instanceof Expr.ArrayLiteral array ? array.elements().get(0) : value;
    return first instanceof Expr.Literal literal ? name + " " + literal.value() : name;
  }

  @Test
  void an_implemented_interface_that_is_nowhere_has_the_operations() throws IOException {
    TypeDecl type = interfaces(RESOURCE).get(0).types().get(0);

    assertThat(type.name()).isEqualTo("shop.api.OrdersApi");
    assertThat(type.methods()).extracting(MethodDecl::name).containsExactly("getOrder", "addOrder");
    assertThat(texts(type.methods().get(0).annotations()))
        .containsExactly("GET", "Path /orders/{id}", "Produces application/json");
    assertThat(texts(type.methods().get(1).annotations()))
        .containsExactly("POST", "Path /orders", "Consumes application/json");
  }

  @Test
  void parameters_are_bound_by_name_and_the_body_to_what_is_left() throws IOException {
    List<MethodDecl> methods = interfaces(RESOURCE).get(0).types().get(0).methods();

    assertThat(methods.get(0).parameters())
        .extracting(parameter -> texts(parameter.annotations()))
        .containsExactly(
            List.of("PathParam id", "constraints.Min"),
            List.of("HeaderParam lang", "constraints.NotNull"));
    assertThat(methods.get(1).parameters())
        .extracting(parameter -> texts(parameter.annotations()))
        .containsExactly(List.of("constraints.NotNull"));
  }

  @Test
  void whatIsLeftOutIsZeroWhereTheParameterIsPrimitive() throws IOException {
    List<MethodDecl> methods =
        interfaces(RESOURCE.replace("String lang", "int lang")).get(0).types().get(0).methods();

    assertThat(texts(methods.get(0).parameters().get(1).annotations()))
        .containsExactly("HeaderParam lang");
  }

  @Test
  void theClassPathTellsTheFrameworkIfTheSourcesDoNot() throws IOException {
    String plain =
        RESOURCE.replace("import jakarta.ws.rs.core.Response;", "").replace("Response ", "Object ");
    Predicate<String> path = "jakarta.ws.rs.Path"::equals;

    assertThat(interfaces(plain, PATHS, path)).hasSize(1);
    assertThat(interfaces(plain, PATHS, name -> false)).isEmpty();
    assertThat(
            interfaces(
                plain.replace("import", "import org.springframework.stereotype.Component; import"),
                PATHS,
                path))
        .isEmpty();
  }

  @Test
  void whatNobodyImportsIsOfTheSamePackage() throws IOException {
    List<Unit> made = interfaces(RESOURCE.replace("import shop.api.OrdersApi;", ""));

    assertThat(made.get(0).types().get(0).name()).isEqualTo("shop.web.OrdersApi");
  }

  @Test
  void aPackageIsGeneratedFromOneDocument() throws IOException {
    String version =
        """
        openapi: 3.0.1
        paths:
          /%1$s/version: {get: {operationId: getVersion, tags: [version]}}
          /%1$s/%2$s: {get: {operationId: get%2$s, tags: [%2$s]}}
        """;
    Files.writeString(root.resolve("a.yaml"), version.formatted("old", "orders"));
    Files.writeString(root.resolve("b.yaml"), version.formatted("new", "goods"));
    String resource =
        "package shop; class %1$s implements shop.%2$s.%1$sApi { jakarta.ws.rs.core.Response get%1$s() {} }";
    List<Unit> units =
        List.of(
            SourceReader.lower("Orders.java", resource.formatted("Orders", "one")),
            SourceReader.lower("Version.java", resource.formatted("Version", "one")),
            SourceReader.lower("New.java", resource.formatted("Version", "b")));

    List<Unit> made =
        GeneratedCode.of(units, "jakarta.ws.rs.Path"::equals, new OpenApiFiles(new FileTree(root)));

    assertThat(made)
        .extracting(unit -> unit.types().get(0).name() + " " + unit.path())
        .containsExactly(
            "shop.b.VersionApi b.yaml", "shop.one.OrdersApi a.yaml", "shop.one.VersionApi a.yaml");
  }

  @Test
  void apicuriosInterfacesDoNotHaveBodiesValidated() throws IOException {
    String addOrder =
        """
        paths:
          /orders:
            post:
              operationId: addOrder
              requestBody:
                content:
                  application/json: {schema: {properties: {name: {minLength: 1}}}}
        """;
    String beans =
        RESOURCE.replace("import shop.api", "import shop.api.beans.Order; import shop.api");

    assertThat(bodyOf(RESOURCE, addOrder)).containsExactly("Valid");
    assertThat(bodyOf(beans, addOrder)).isEmpty();
  }

  private List<String> bodyOf(String source, String paths) throws IOException {
    List<Unit> made = interfaces(source, false, paths);
    MethodDecl method = made.get(made.size() - 1).types().get(0).methods().get(0);
    return texts(method.parameters().get(0).annotations());
  }

  @Test
  void javax_stays_javax() throws IOException {
    TypeDecl type = interfaces(RESOURCE.replace("jakarta", "javax")).get(0).types().get(0);

    assertThat(type.annotations()).extracting(Annotation::name).containsExactly("javax.ws.rs.Path");
  }

  @Test
  void nothing_is_made_of_what_exists_or_of_other_frameworks() throws IOException {
    assertThat(interfaces(RESOURCE, true)).isEmpty();
    assertThat(interfaces(RESOURCE.replace("jakarta.ws.rs.core.Response", "shop.Response")))
        .isEmpty();
    assertThat(interfaces(RESOURCE.replace("class", "@RestController class"))).isEmpty();
  }

  @Test
  void micronautsInterfacesHaveItsAnnotations() throws IOException {
    String controller =
        RESOURCE
            .replace("jakarta.ws.rs.core.Response", "io.micronaut.http.annotation.Controller")
            .replace("Response ", "Object ")
            .replace("class Orders", "@Controller class Orders");
    List<MethodDecl> methods = interfaces(controller).get(0).types().get(0).methods();

    assertThat(texts(methods.get(0).annotations()))
        .containsExactly(
            "io.micronaut.http.annotation.Get /orders/{id}",
            "io.micronaut.http.annotation.Produces application/json");
    assertThat(methods)
        .extracting(each -> texts(each.parameters().get(0).annotations()))
        .containsExactly(
            List.of("io.micronaut.http.annotation.PathVariable id", "constraints.Min"),
            List.of("io.micronaut.http.annotation.Body", "constraints.NotNull"));
  }

  @Test
  void whatMicronautDoesNotCallIsNotMadeForIt() throws IOException {
    String bean =
        RESOURCE.replace("jakarta.ws.rs.core.Response", "io.micronaut.http.annotation.Controller");

    assertThat(interfaces(bean)).isEmpty();
  }
}
