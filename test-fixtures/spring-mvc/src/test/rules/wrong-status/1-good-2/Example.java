package example;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestController
class Plans {
  private final Map<String, String> plans = new ConcurrentHashMap<>();

  /** What is stored is the service's own: the caller chose which, not what is in it. */
  @GetMapping("/plans/{id}")
  int days(@PathVariable String id) {
    return Integer.parseInt(plans.getOrDefault(id, "7"));
  }
}

@RestControllerAdvice
class Errors {
  @ExceptionHandler
  ResponseEntity<String> any(NumberFormatException e) {
    return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR).body("sorry");
  }
}
