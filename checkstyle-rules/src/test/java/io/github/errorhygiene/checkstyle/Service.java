package io.github.errorhygiene.checkstyle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sources of services with wrong answers, below a source root. */
public final class Service {
  /** Throws an exception of another file, on line 8 in column 10. */
  public static final String ORDERS =
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
      """;

  public static final String ORDER_MISSING =
      """
      package shop;

      class OrderMissing extends Exception {
        OrderMissing(String message) {
          super(message);
        }
      }
      """;

  /** Takes all there is, on line 9 in column 26. */
  public static final String CATCH_ALL =
      """
      package shop;

      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;

      @RestControllerAdvice
      class Errors {
        @ExceptionHandler(Exception.class)
        ResponseEntity<String> any(Exception e) {
          return ResponseEntity.status(500).body("sorry");
        }
      }
      """;

  private Service() {}

  /** Writes a service that takes no exception; the controller's file. */
  public static Path uncaught(Path root) throws IOException {
    write(root, "shop/OrderMissing.java", ORDER_MISSING);
    return write(root, "shop/Orders.java", ORDERS);
  }

  public static Path write(Path root, String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }
}
