package example;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Limits {
  /** What is thrown because of a setting may be meant so, as where a feature is off. */
  @GetMapping("/limits")
  int limit() {
    String limit = System.getenv("LIMIT");
    if (limit == null) {
      // MISSING want late-configuration "IllegalStateException leaves GET /limits"
      throw new IllegalStateException("LIMIT is not set");
    }
    return limit.length();
  }
}
