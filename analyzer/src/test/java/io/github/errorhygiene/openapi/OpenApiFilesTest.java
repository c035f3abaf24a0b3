package io.github.errorhygiene.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.openapi.Operation.In;
import io.github.errorhygiene.openapi.Operation.Parameter;
import io.github.errorhygiene.source.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiFilesTest {
  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private OpenApi read(String text) throws IOException {
    file("api/openapi.yaml", text);
    return new OpenApiFiles(new FileTree(root)).documents().get(0);
  }

  private List<Operation> operations(String paths) throws IOException {
    return read("openapi: 3.0.1\npaths:\n" + paths.indent(2)).operations();
  }

  @Test
  void an_operation_has_method_path_id_and_tags() throws IOException {
    assertThat(
            operations(
                """
                /owners/{id}:
                  get: {operationId: getOwner, tags: [owners]}
                  delete: {operationId: deleteOwner}
                """))
        .extracting(o -> o.method() + " " + o.path() + " " + o.id() + " " + o.tags())
        .containsExactly(
            "GET /owners/{id} getOwner [owners]", "DELETE /owners/{id} deleteOwner []");
  }

  @Test
  void an_operation_without_an_id_has_the_generator_s() throws IOException {
    assertThat(operations("/owners/{ownerId}/pets: {get: {}, post: {}}\n/: {get: {}}"))
        .extracting(Operation::id)
        .containsExactly("ownersOwnerIdPetsGet", "ownersOwnerIdPetsPost", "rootget");
  }

  @Test
  void parameters_come_from_the_path_the_operation_and_the_body() throws IOException {
    assertThat(
            operations(
                    """
                    /owners/{id}:
                      parameters:
                      - {name: id, in: path, schema: {type: integer, minimum: 0}}
                      - {name: lang, in: query}
                      put:
                        parameters:
                        - {name: lang, in: query, required: true, schema: {default: en}}
                        - {name: X-Tenant, in: header, schema: {maxLength: 8, pattern: '[a-z]+'}}
                        requestBody:
                          required: true
                          content: {application/json: {schema: {type: object}}}
                    """)
                .get(0)
                .parameters())
        .containsExactly(
            new Parameter("id", In.PATH, true, false, List.of("Min")),
            new Parameter("lang", In.QUERY, true, true, List.of()),
            new Parameter("X-Tenant", In.HEADER, false, false, List.of("Pattern", "Size")),
            new Parameter("body", In.BODY, true, false, List.of()));
  }

  @Test
  void a_body_is_validated_if_anything_within_it_is_constrained() throws IOException {
    OpenApi document =
        read(
            """
            openapi: 3.1.0
            paths:
              /owners:
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}
            components:
              schemas:
                Owner: {properties: {parent: {$ref: '#/components/schemas/Owner'}, pets: {items: {$ref: '#/components/schemas/Pet'}}}}
                Pet: {required: [name], properties: {name: {type: string}}}
            """);

    assertThat(document.operations().get(0).parameters().get(0).constraints())
        .containsExactly("Valid");
  }

  @Test
  void a_form_s_fields_are_parameters() throws IOException {
    assertThat(
            operations(
                    """
                    /photos:
                      post:
                        requestBody:
                          content:
                            multipart/form-data:
                              schema: {required: [file], properties: {file: {format: binary}, note: {type: string}}}
                    """)
                .get(0)
                .parameters())
        .extracting(p -> p.name() + " " + p.in() + " " + p.required())
        .containsExactly("file FORM true", "note FORM false");
  }

  @Test
  void references_lead_into_other_files() throws IOException {
    file(
        "api/paths/owners.yaml",
        "get:\n  operationId: listOwners\n  parameters: [{$ref: '../common.yaml#/page'}]\n");
    file("api/common.yaml", "page: {name: page, in: query}\n");

    Operation operation = operations("/owners: {$ref: 'paths/owners.yaml'}").get(0);

    assertThat(operation.id()).isEqualTo("listOwners");
    assertThat(operation.parameters()).extracting(Parameter::name).containsExactly("page");
  }

  @Test
  void references_that_lead_nowhere_or_in_circles_are_empty() throws IOException {
    assertThat(
            operations(
                """
                /a: {$ref: '#/paths/~1b'}
                /b: {$ref: '#/paths/~1a'}
                /c: {$ref: '../../outside.yaml#/%zz'}
                /d: {$ref: 'https://example.org/d.yaml'}
                """))
        .isEmpty();
  }

  @Test
  void the_base_path_is_that_of_the_first_server() throws IOException {
    assertThat(
            read("openapi: 3.0.0\nservers: [{url: 'http://localhost:9966/shop/api/'}]").basePath())
        .isEqualTo("/shop/api");
    assertThat(
            read("openapi: 3.0.0\nservers: [{url: '{host}/{v}', variables: {host: {default: 'https://a.b'}, v: {default: v2}}}]")
                .basePath())
        .isEqualTo("/v2");
    assertThat(read("openapi: 3.0.0\nservers: [{url: 'https://example.org'}]").basePath())
        .isEmpty();
  }

  @Test
  void swagger_2_and_json_are_read_as_well() throws IOException {
    file(
        "src/main/resources/static/api.json",
        """
        {
        \t"swagger": "2.0", "basePath": "/v1", "info": {"title": "Shop API"},
        \t"paths": {"/orders": {"post": {"operationId": "add", "parameters": [
        \t  {"in": "body", "name": "order", "required": true, "schema": {"required": ["id"]}},
        \t  {"in": "formData", "name": "note", "type": "string", "maxLength": 3}]}}}
        }
        """);

    OpenApi document = new OpenApiFiles(new FileTree(root)).documents().get(0);

    assertThat(document.file()).isEqualTo("src/main/resources/static/api.json");
    assertThat(document.title()).isEqualTo("Shop API");
    assertThat(document.basePath()).isEqualTo("/v1");
    assertThat(document.operations().get(0).parameters())
        .containsExactly(
            new Parameter("body", In.BODY, true, false, List.of("Valid")),
            new Parameter("note", In.FORM, false, false, List.of("Size")));
  }

  @Test
  void other_files_tests_and_build_output_are_left_alone() throws IOException {
    file("src/main/resources/application.yml", "openapi:\n  title: x\n");
    file("src/main/resources/broken.yml", "a: [");
    file("src/test/resources/openapi.yml", "openapi: 3.0.0\n");
    file("target/classes/openapi.yml", "openapi: 3.0.0\n");
    OpenApiFiles files = new OpenApiFiles(new FileTree(root));

    assertThat(files.documents()).isEmpty();
    assertThat(files.gaps()).isEmpty();
  }

  @Test
  void a_malformed_file_is_a_gap() throws IOException {
    file("openapi.yml", "openapi: 3.0.0\npaths: [}\n");
    OpenApiFiles files = new OpenApiFiles(new FileTree(root));

    assertThat(files.documents()).isEmpty();
    assertThat(files.gaps())
        .extracting(gap -> gap.file() + ":" + gap.position().line() + " " + gap.message())
        .containsExactly("openapi.yml:2 is not well-formed YAML");
  }

  @Test
  void what_is_of_another_kind_than_expected_is_empty() throws IOException {
    assertThat(
            read("openapi: 3.0.0\ninfo: []\nservers: 1\npaths: {/a: {get: 1, put: []}, /b: x, c: {get: {}}}")
                .operations())
        .extracting(Operation::id)
        .containsExactly("aGet", "aPut");
  }
}
