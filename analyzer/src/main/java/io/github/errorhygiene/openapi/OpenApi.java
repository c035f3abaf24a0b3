package io.github.errorhygiene.openapi;

import java.util.List;

/**
 * One description of an HTTP interface, OpenAPI 3 or Swagger 2.
 *
 * @param file path relative to the analysed root
 * @param title {@code info.title}; may be empty
 * @param basePath the path of the first server's URL, without a slash at its end; may be empty
 * @param operations in the order of the file
 */
public record OpenApi(String file, String title, String basePath, List<Operation> operations) {
  public OpenApi {
    operations = List.copyOf(operations);
  }
}
