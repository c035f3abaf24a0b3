package example;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Reports {
  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

  /** What is kept in a session is not followed. */
  @GetMapping("/reports")
  ResponseEntity<String> all(HttpSession session) {
    try {
      return ResponseEntity.ok(Files.readString(Path.of("/var/reports")));
      // MISSING want exposed-details "500 with the message"
    } catch (IOException e) {
      LOG.error("failed", e);
      session.setAttribute("why", e.getMessage());
      return ResponseEntity.status(500).body((String) session.getAttribute("why"));
    }
  }
}
