package example;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Names {
  private final Map<String, String> names = new ConcurrentHashMap<>();

  /** What has just been put is there. */
  @GetMapping("/names/{id}")
  int length(@PathVariable String id) {
    names.put(id, id.strip());
    return names.get(id).length();
  }
}
