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
class Greetings {
  @GetMapping("/greetings/{count}")
  String greet(@PathVariable int count) {
    return "hello ".repeat(Math.abs(count) % 10);
  }
}

@RestControllerAdvice
class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @ExceptionHandler(Exception.class)
  @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
  // want stolen-status "Errors#any catches Exception and answers 500 for unknown"
  Map<String, String> any(Exception e) {
    String id = UUID.randomUUID().toString();
    LOG.error("request {} failed", id, e);
    return Map.of("error", "internal", "request_id", id);
  }
}
