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
class Orders {
  @GetMapping("/orders/{id}")
  Map<String, String> order(@PathVariable String id) {
    if (id.isBlank()) {
      throw new NoSuchOrder();
    }
    return Map.of("id", id);
  }
}

class NoSuchOrder extends RuntimeException {}

@RestControllerAdvice
class Errors {
  @ExceptionHandler
  Map<String, Object> missing(NoSuchOrder e) {
    return Map.of("code", 404, "message", "no such order");
  }

  @ExceptionHandler
  // want error-as-success "every failure is answered with a status that says success:"
  Map<String, Object> any(Exception e) {
    return Map.of("code", 500, "message", "internal");
  }
}
