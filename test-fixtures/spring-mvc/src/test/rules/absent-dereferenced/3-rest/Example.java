package example;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Names {
  private final Map<String, String> names = new ConcurrentHashMap<>(Map.of("a", "b"));

  /** On a long way somebody else has mostly asked before, so only a short one is told. */
  @GetMapping("/names/{id}")
  int length(@PathVariable String id) {
    return first(id);
  }

  private int first(String id) {
    return second(id);
  }

  private int second(String id) {
    // MISSING want absent-dereferenced "NullPointerException at GET /names/{id}"
    return names.get(id).length();
  }
}
