package example;

import jakarta.servlet.*;
import jakarta.servlet.http.*;
import java.io.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.slf4j.*;
import org.springframework.http.*;
import org.springframework.stereotype.*;
import org.springframework.validation.annotation.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.*;
import org.springframework.web.filter.*;
import org.springframework.web.server.*;
import org.springframework.web.servlet.mvc.method.annotation.*;

@RestController
class Reports {
  @GetMapping("/reports/{id}")
  String one(@PathVariable String id) {
    throw new ReportNotFound("there is no report " + id);
  }

  @GetMapping("/reports")
  List<String> all() {
    throw new IllegalStateException("not loaded");
  }
}

class ReportNotFound extends RuntimeException {
  ReportNotFound(String message) {
    super(message);
  }
}

@RestControllerAdvice
class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @ExceptionHandler
  ProblemDetail missing(ReportNotFound e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> unexpected(IllegalStateException e) {
    String id = UUID.randomUUID().toString();
    LOG.error("request {} failed", id, e);
    return ResponseEntity.status(500).body(Map.of("error", "internal error", "request_id", id));
  }
}
