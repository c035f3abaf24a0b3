package example;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Scanner;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Texts {
  /** A scanner that is told to take everything is not known to read it as a whole. */
  @PostMapping("/texts")
  int read(HttpServletRequest request) throws IOException {
    // MISSING want unbounded-body "the body of POST /texts is read into memory by"
    return new Scanner(request.getInputStream()).useDelimiter("\\A").next().length();
  }
}
