package example;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Doors {
  /** The id is set when the answer has been sent already. */
  @GetMapping("/doors")
  // MISSING want missing-request-id "409"
  // want missing-request-id "the framework's default handling answers 404 or 405"
  void open(HttpServletResponse response) throws IOException {
    response.sendError(409);
    response.setHeader("X-Request-Id", "7");
  }
}
