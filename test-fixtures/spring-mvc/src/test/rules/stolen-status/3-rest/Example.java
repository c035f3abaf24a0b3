package example;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class Seats {
  private static final Logger LOG = LoggerFactory.getLogger(Seats.class);

  /** The clause takes the status away from what is thrown just above it. */
  @GetMapping("/seats/{row}")
  ResponseEntity<String> seat(@PathVariable int row) {
    try {
      if (row > 9) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such row");
      }
      return ResponseEntity.ok("free");
      // MISSING want stolen-status "answers 500 for ResponseStatusException"
    } catch (Exception e) {
      LOG.error("failed", e);
      return ResponseEntity.status(500).body("failed");
    }
  }
}
