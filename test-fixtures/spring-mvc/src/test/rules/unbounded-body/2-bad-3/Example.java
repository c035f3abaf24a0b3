package example;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Notes {
  /** The reader is handed to a collector that keeps all lines. */
  @PostMapping("/notes")
  int add(HttpServletRequest request) throws IOException {
    // want unbounded-body "the body of POST /notes is read into memory by"
    return request.getReader().lines().collect(Collectors.joining()).length();
  }
}
