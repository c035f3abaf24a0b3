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
  @GetMapping("/reports")
  List<String> all() {
    throw new TooBusy();
  }
}

class TooBusy extends RuntimeException {}

@RestControllerAdvice
class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @ExceptionHandler
  ResponseEntity<Map<String, String>> busy(TooBusy e) {
    LOG.error("too busy", e);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "30")
        .body(Map.of("error", "busy"));
  }
}
