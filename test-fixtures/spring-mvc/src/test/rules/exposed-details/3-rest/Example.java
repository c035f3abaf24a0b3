package example;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestController
class Reports {
  @GetMapping("/reports")
  String all() {
    throw new IllegalStateException("not loaded");
  }
}

@RestControllerAdvice
class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  /** What stands in headers is not looked at. */
  @ExceptionHandler
  // MISSING want exposed-details "the exception's message"
  ResponseEntity<Void> unexpected(IllegalStateException e) {
    LOG.error("failed", e);
    return ResponseEntity.status(500).header("X-Error", e.getMessage()).build();
  }
}
