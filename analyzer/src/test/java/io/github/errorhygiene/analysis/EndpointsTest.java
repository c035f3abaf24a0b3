package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
  private static final String IMPORTS =
      """
      package web;
      import java.util.*;
      import org.springframework.http.*;
      import org.springframework.stereotype.*;
      import org.springframework.web.bind.annotation.*;
      """;

  @TempDir Path root;
  private List<Path> classPath = List.of();

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<Contract> contracts() throws InputException {
    var request =
        new AnalysisRequest("shop", root, List.of(Path.of("")), classPath, 1, Policy.DEFAULT);
    return Analysis.run(request, Progress.SILENT).application().contracts();
  }

  private List<String> endpoints() throws InputException {
    return contracts().stream().map(contract -> contract.endpoint().label()).toList();
  }

  /** What the framework raises before the only handler runs. */
  private List<String> requestFailures() throws InputException {
    return contracts().get(0).failures().stream()
        .filter(failure -> failure.raisedBy() == Failure.RaisedBy.FRAMEWORK)
        .map(Failure::summary)
        .toList();
  }

  private void controller(String members) throws IOException {
    file("src/main/java/web/Shop.java", IMPORTS + members);
  }

  private void document(String paths) throws IOException {
    String head =
        "openapi: 3.0.1\ninfo: {title: Pet Shop API}\nservers: [{url: 'http://a.b/v1'}]\npaths:\n";
    file("src/main/resources/openapi.yml", head + paths.indent(2));
  }

  @Test
  void placeholders_in_paths_are_looked_up_in_the_application_s_properties() throws Exception {
    file("src/main/resources/application.yml", "api.prefix: /api/v1\n");
    file(
        "src/main/java/Shop.java",
        """
        import org.springframework.web.bind.annotation.*;
        @RestController @RequestMapping("${api.prefix:/api}")
        class Shop {
          @GetMapping("${api.orders:/orders}/{id}") String order(@PathVariable String id) { return id; }
        }
        """);

    assertThat(endpoints()).containsExactly("GET /api/v1/orders/{id}");
  }

  @Test
  void an_operation_of_a_missing_interface_is_an_endpoint() throws Exception {
    document("/orders/{id}: {get: {tags: [orders], operationId: getOrder}}");
    controller(
        """
        @RestController @RequestMapping("/api")
        class Shop implements OrdersApi {
          @Override public ResponseEntity<String> getOrder(Integer id) { return null; }
          public String helper() { return ""; }
        }
        """);

    assertThat(endpoints()).containsExactly("GET /api/orders/{id}");
  }

  @ParameterizedTest
  @CsvSource({
    "order-items, OrderItemsApi, list-orders",
    "Order Items, OrderItemsControllerApi, ListOrders",
    "other, OrdersApi, list_orders",
    "other, ShopApiV2, listOrders",
    "other, DefaultApi, ordersGet",
  })
  void interfaces_and_methods_are_named_as_generators_name_them(String tag, String api, String id)
      throws Exception {
    document("/orders: {get: {tags: ['" + tag + "'], operationId: " + id + "}}");
    controller(
        """
        @Controller class Shop implements %s {
          public ResponseEntity<String> listOrders() { return null; }
          public ResponseEntity<String> ordersGet() { return null; }
        }
        """
            .formatted(api));

    assertThat(endpoints()).containsExactly("GET /orders");
  }

  @Test
  void what_is_no_controller_or_has_another_signature_is_no_endpoint() throws Exception {
    document("/orders: {get: {tags: [orders], operationId: listOrders}}");
    controller(
        """
        class Client implements OrdersApi {
          public ResponseEntity<String> listOrders() { return null; }
        }
        @RestController class Shop implements OrdersApi {
          public ResponseEntity<String> listOrders(int a, int b) { return null; }
        }
        """);

    assertThat(endpoints()).isEmpty();
  }

  @Test
  void a_written_mapping_wins_over_the_document() throws Exception {
    document("/orders: {get: {tags: [orders], operationId: listOrders}}");
    controller(
        """
        @RestController class Shop implements OrdersApi {
          @GetMapping("/all") public ResponseEntity<String> listOrders() { return null; }
        }
        """);

    assertThat(endpoints()).containsExactly("GET /all");
  }

  @Test
  void an_interface_in_the_sources_wins_over_the_document() throws Exception {
    document("/orders: {get: {tags: [orders], operationId: listOrders}}");
    controller(
        """
        interface OrdersApi {
          default Optional<String> getRequest() { return Optional.empty(); }
          @GetMapping("/written") default ResponseEntity<String> listOrders() { return null; }
          @GetMapping("/default") default ResponseEntity<String> other() {
            return new ResponseEntity<>(HttpStatus.NOT_IMPLEMENTED);
          }
        }
        @RestController class Shop implements OrdersApi {
          @Override public ResponseEntity<String> listOrders() { return null; }
        }
        """);

    assertThat(endpoints()).containsExactlyInAnyOrder("GET /written", "GET /default");
  }

  @Test
  void the_document_tells_how_a_request_can_be_wrong() throws Exception {
    document(
        """
        /orders/{id}:
          put:
            tags: [orders]
            operationId: putOrder
            parameters:
            - {name: dry-run, in: query, schema: {type: boolean}}
            - {name: id, in: path, required: true, schema: {type: integer}}
            - {name: page, in: query, required: true, schema: {type: string}}
            requestBody: {required: true, content: {application/json: {schema: {required: [name]}}}}
        """);
    controller(
        """
        @RestController class Shop implements OrdersApi {
          @Override public ResponseEntity<String> putOrder(Integer id, String page, Order order, Boolean dryRun) {
            return null;
          }
        }
        class Order { }
        """);

    assertThat(requestFailures())
        .containsExactlyInAnyOrder(
            "type mismatch",
            "missing parameter",
            "malformed body",
            "unsupported media type",
            "failed validation");
  }

  @Test
  void constraints_of_parameters_are_validated() throws Exception {
    document(
        """
        /orders:
          get:
            tags: [orders]
            operationId: listOrders
            parameters: [{name: code, in: query, schema: {type: string, maxLength: 3}}]
        """);
    controller(
        """
        @RestController class Shop implements OrdersApi {
          @Override public ResponseEntity<String> listOrders(String code) { return null; }
        }
        """);

    assertThat(requestFailures()).containsExactly("failed validation");
  }

  @Test
  void an_object_is_made_of_parameters_of_the_query_whatever_is_sent() throws Exception {
    document(
        """
        /orders:
          get:
            tags: [orders]
            operationId: listOrders
            parameters:
            - {name: filter, in: query, required: true, schema: {properties: {code: {type: string}}}}
        """);
    controller(
        """
        @RestController class Shop implements OrdersApi {
          @Override public ResponseEntity<String> listOrders(Filter filter) { return null; }
        }
        """);

    assertThat(requestFailures()).isEmpty();
  }

  @Test
  void a_delegate_answers_below_the_generated_controller_s_path() throws Exception {
    document("/orders: {get: {tags: [orders], operationId: listOrders}}");
    controller(
        """
        @Service class Orders implements OrdersApiDelegate {
          @Override public ResponseEntity<String> listOrders() { return null; }
        }
        """);

    assertThat(endpoints()).containsExactly("GET /v1/orders");

    file("src/main/resources/application.properties", "openapi.petShop.base-path=/shop");

    assertThat(endpoints()).containsExactly("GET /shop/orders");
  }

  @Test
  void of_several_documents_the_one_that_fits_most_counts() throws Exception {
    file(
        "client/upstream.json",
        """
        {"openapi": "3.0.0", "paths": {"/upstream": {"get": {"tags": ["orders"], "operationId": "listOrders"}}}}
        """);
    controller(
        """
        @RestController class Shop implements OrdersApi {
          public ResponseEntity<String> listOrders() { return null; }
          public ResponseEntity<String> addOrder() { return null; }
        }
        """);
    document(
        """
        /orders:
          get: {tags: [orders], operationId: listOrders}
          post: {tags: [orders], operationId: addOrder}
        """);

    assertThat(endpoints()).containsExactlyInAnyOrder("GET /orders", "POST /orders");
  }

  /** Compiles the generated part, so that it is there as class files only. */
  private void compiled(String source) throws IOException {
    String mapping =
        """
        package org.springframework.web.bind.annotation;
        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
        public @interface GetMapping { String[] value() default {}; }
        """;
    Path generated = Files.createDirectories(root.resolve("target/generated"));
    Path annotation = Files.writeString(generated.resolve("GetMapping.java"), mapping);
    Path api = Files.writeString(generated.resolve("OrdersApi.java"), source);
    Path classes = Files.createDirectories(root.resolve("target/classes"));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", "" + classes, "" + annotation, "" + api);
    assertThat(failed).isZero();
    classPath = List.of(classes);
  }

  @Test
  void default_methods_that_a_controller_inherits_from_class_files_answer_501() throws Exception {
    compiled(
        """
        package web;
        import org.springframework.web.bind.annotation.GetMapping;
        public interface OrdersApi {
          default java.util.Optional<String> getRequest() { return java.util.Optional.empty(); }
          @GetMapping("/orders") default String listOrders() { return ""; }
          @GetMapping("/other") default String other() { return ""; }
        }
        """);
    controller(
        """
        @RestController class Shop implements OrdersApi {
          @Override public String listOrders() { return "mine"; }
        }
        """);

    assertThat(contracts())
        .extracting(
            c ->
                c.endpoint().label()
                    + " "
                    + c.failures().stream().map(f -> f.answer().status()).toList())
        .containsExactlyInAnyOrder("GET /orders []", "GET /other [501]");
    assertThat(contracts()).allSatisfy(c -> assertThat(c.endpoint().place().line()).isPositive());
  }

  @Test
  void a_delegate_stands_in_for_the_compiled_controller_that_calls_it() throws Exception {
    compiled(
        """
        package web;
        import org.springframework.web.bind.annotation.GetMapping;
        interface OrdersApi {
          @GetMapping("/orders") default String listOrders() { return ""; }
        }
        interface OrdersApiDelegate { default String listOrders() { return ""; } }
        class OrdersApiController implements OrdersApi { }
        """);
    controller(
        """
        @Service class Orders implements OrdersApiDelegate {
          @Override public String listOrders() { return ""; }
        }
        """);

    assertThat(endpoints()).containsExactly("GET /orders");
  }
}
