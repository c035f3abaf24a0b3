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
  ResponseEntity<String> one(@PathVariable String id) {
    try {
      return ResponseEntity.ok("report " + Integer.parseInt(id));
    // want exposed-details "catch (NumberFormatException) on the way from Reports#one"
    } catch (NumberFormatException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return ResponseEntity.badRequest().body(trace.toString());
    }
  }
}
