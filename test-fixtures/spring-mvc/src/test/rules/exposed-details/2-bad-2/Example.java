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
  String first() {
    try (var file = new FileInputStream("/var/reports/first")) {
      return new String(file.readAllBytes());
    } catch (IOException e) {
      throw new ReportUnreadable("cannot read: " + e.getMessage(), e);
    }
  }
}

class ReportUnreadable extends RuntimeException {
  ReportUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}

@RestControllerAdvice
class Errors {
  @ExceptionHandler
  // want exposed-details "Errors#unreadable answers 500 with the message of"
  ProblemDetail unreadable(ReportUnreadable e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, e.getMessage());
  }
}
