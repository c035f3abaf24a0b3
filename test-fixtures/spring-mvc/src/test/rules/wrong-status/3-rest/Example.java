package example;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

class NoSuchReport extends RuntimeException {}

@RestController
class Reports {
  @GetMapping("/reports/{name}")
  String one(@PathVariable String name) {
    throw new NoSuchReport();
  }
}

@RestControllerAdvice
class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  /** Told apart by the name of its class, it gets its 404. */
  @ExceptionHandler
  // SPURIOUS want wrong-status "Errors#any answers 500 for NoSuchReport where 404 fits"
  ResponseEntity<String> any(Exception e) {
    LOG.error("failed", e);
    String name = e.getClass().getSimpleName();
    return ResponseEntity.status(name.equals("NoSuchReport") ? 404 : 500).body("failed");
  }
}
