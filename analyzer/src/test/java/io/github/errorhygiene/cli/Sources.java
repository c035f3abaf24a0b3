package io.github.errorhygiene.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Source trees to analyse. */
final class Sources {
  /** One endpoint whose exception nobody takes: an error. */
  static final String ORDERS =
      """
      package shop;

      import org.springframework.web.bind.annotation.*;

      @RestController
      class Orders {
        @GetMapping("/orders/{id}")
        String order(@PathVariable("id") long id) throws OrderMissing {
          throw new OrderMissing("no order " + id);
        }
      }

      class OrderMissing extends Exception {
        OrderMissing(String message) {
          super(message);
        }
      }
      """;

  /** The same exception, answered with a status that fits but without a request id: a warning. */
  static final String ERRORS =
      """
      package shop;

      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;

      @RestControllerAdvice
      class Errors {
        @ExceptionHandler(OrderMissing.class)
        ResponseEntity<String> missing(OrderMissing e) {
          return ResponseEntity.status(404).body(e.getMessage());
        }
      }
      """;

  private Sources() {}

  static Path write(Path root, String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }
}
