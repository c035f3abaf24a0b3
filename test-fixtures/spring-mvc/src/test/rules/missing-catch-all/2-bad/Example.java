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
  @GetMapping("/reports/{name}")
  String one(@PathVariable String name) {
    throw new NoSuchReport();
  }
}

class NoSuchReport extends RuntimeException {}

@RestControllerAdvice
class Errors {
  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  // want missing-catch-all "nothing answers unexpected failures: the client sees the"
  Map<String, String> missing(NoSuchReport e) {
    return Map.of("code", "no-such-report");
  }
}
