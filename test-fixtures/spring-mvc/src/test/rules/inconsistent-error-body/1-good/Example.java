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
  String one(@PathVariable String name, @RequestParam int page) {
    if (page > 9) {
      throw new TooFar();
    }
    throw new NoSuchReport();
  }
}

class NoSuchReport extends RuntimeException {}

class TooFar extends RuntimeException {}

@RestControllerAdvice
class Errors {
  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Map<String, String> missing(NoSuchReport e) {
    return Map.of("code", "no-such-report", "message", "There is no such report.");
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, String> tooFar(TooFar e) {
    return Map.of("code", "page", "message", "There are nine pages.", "parameter", "page");
  }
}
