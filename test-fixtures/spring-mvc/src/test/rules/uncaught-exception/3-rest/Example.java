package example;

import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class Pages {
  /** Zero is let through, and PageRequest refuses it. */
  @GetMapping("/pages")
  String page(@RequestParam int size) {
    if (size < 0) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    // MISSING want uncaught-exception "IllegalArgumentException"
    return PageRequest.of(0, size).toString();
  }
}
