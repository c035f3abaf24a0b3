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
  private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

  @GetMapping("/reports")
  String all(@RequestParam String file) {
    try {
      return new String(new FileInputStream("/var/reports/today").readAllBytes());
    } catch (IOException e) {
      LOG.error("report cannot be read", e);
      throw new ReportBroken();
    }
  }
}

class ReportBroken extends RuntimeException {}

@RestControllerAdvice
class Errors {
  @ExceptionHandler
  @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
  Map<String, String> broken(ReportBroken e) {
    return Map.of("error", "internal");
  }
}
