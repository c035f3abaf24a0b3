package example;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Seats {
  /** The member has one name in both, and is a text here and an object there. */
  @GetMapping("/seats")
  // MISSING want inconsistent-error-body "answers"
  ResponseEntity<Map<String, Object>> seat(@RequestParam int row) {
    if (row < 0) {
      return ResponseEntity.badRequest().body(Map.of("error", "row is negative"));
    }
    if (row > 9) {
      return ResponseEntity.status(409).body(Map.of("error", Map.of("code", "no-such-row")));
    }
    return ResponseEntity.ok(Map.of("row", row));
  }
}
