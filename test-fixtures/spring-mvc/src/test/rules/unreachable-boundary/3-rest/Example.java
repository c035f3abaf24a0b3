package example;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
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
@Order(1)
class First {
  private static final Logger LOG = LoggerFactory.getLogger(First.class);

  @ExceptionHandler
  ResponseEntity<String> unexpected(Exception e) {
    LOG.error("failed", e);
    return ResponseEntity.status(500).body("failed");
  }
}

/** It is thrown, and another advice is always asked before. */
@RestControllerAdvice
@Order(2)
class Second {
  @ExceptionHandler
  // MISSING want unreachable-boundary "Second#missing is there for"
  ResponseEntity<String> missing(NoSuchReport e) {
    return ResponseEntity.status(404).body("no such report");
  }
}
