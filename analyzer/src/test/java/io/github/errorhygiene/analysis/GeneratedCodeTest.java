package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contract first: neither the interface nor the bodies' classes are there, only the OpenAPI file.
 */
class GeneratedCodeTest {
  @TempDir Path root;

  @BeforeEach
  void service() throws IOException {
    Files.createDirectory(root.resolve(".git"));
    file(
        "src/main/java/org/hotel/web/Stays.java",
        """
        package org.hotel.web;
        import org.hotel.api.StaysApi;
        import org.hotel.model.StayDto;
        import org.springframework.http.ResponseEntity;
        import org.springframework.web.bind.annotation.RestController;

        @RestController
        class Stays implements StaysApi {
          @Override
          public ResponseEntity<Void> book(StayDto stay) {
            stay.getFrom().isLeapYear();
            stay.getNote().length();
            return ResponseEntity.noContent().build();
          }
        }
        """);
    file(
        "src/main/resources/openapi.yaml",
        """
        openapi: 3.0.1
        paths:
          /stays:
            post:
              operationId: book
              tags: [stays]
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: '#/components/schemas/Stay'}}}
        components:
          schemas:
            Stay:
              type: object
              required: [from]
              properties: {from: {type: string, format: date}, note: {type: string}}
        """);
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Report report() throws InputException {
    Policy policy = new Policy(Map.of(), Set.of());
    var request = new AnalysisRequest("hotel", root, List.of(root), List.of(), 1, policy);
    return Analysis.run(request, Progress.SILENT);
  }

  @Test
  void callsOnThemAreResolved() throws Exception {
    assertThat(report().health().unresolvedCalls()).isZero();
  }

  @Test
  void theyAreNoSources() throws Exception {
    assertThat(report().health().files()).isEqualTo(1);
  }

  @Test
  void aPropertyMayBeNullUnlessItIsRequired() throws Exception {
    assertThat(report().findings())
        .filteredOn(finding -> finding.rule().equals("uncaught-exception"))
        .extracting(finding -> finding.origin().line())
        .containsExactly(12);
  }

  @Test
  void interfacesOfJaxRsAreMadeOfOperations() throws Exception {
    file(
        "src/main/java/org/hotel/web/Stays.java",
        """
        package org.hotel.web;
        import jakarta.ws.rs.core.Response;
        import org.hotel.api.StaysResource;
        import org.hotel.model.StayDto;

        class Stays implements StaysResource {
          @Override
          public Response book(StayDto stay) {
            stay.getNote().length();
            return Response.noContent().build();
          }
        }
        """);

    assertThat(report().application().contracts())
        .extracting(contract -> contract.endpoint().method() + " " + contract.endpoint().path())
        .containsExactly("POST /stays");
    assertThat(report().findings())
        .filteredOn(finding -> finding.rule().equals("uncaught-exception"))
        .extracting(finding -> finding.origin().line())
        .containsExactly(9);
  }
}
