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

abstract class Failing {
  // want unlogged-error "Failing#failed answers 500 and does not log"
  ResponseEntity<String> failed(Exception e) {
    return ResponseEntity.internalServerError().body("failed");
  }

  ResponseEntity<String> told(String what) {
    return ResponseEntity.internalServerError().body(what);
  }
}

@RestController
class Reports extends Failing {
  @GetMapping("/reports/{id}")
  ResponseEntity<String> one(@PathVariable String id) {
    try {
      return ResponseEntity.ok(read(id));
    } catch (IOException e) {
      return failed(e);
    }
  }

  @DeleteMapping("/reports/{id}")
  ResponseEntity<String> gone(@PathVariable String id) {
    try {
      return ResponseEntity.ok(read(id));
    } catch (IOException e) {
      return failed(e);
    }
  }

  @GetMapping("/reports/{id}/title")
  ResponseEntity<String> title(@PathVariable String id) {
    try {
      return ResponseEntity.ok(read(id));
    // want unlogged-error "catch (IOException) on the way from Reports#title"
    } catch (IOException e) {
      return told("no title");
    }
  }

  @GetMapping("/reports/{id}/author")
  ResponseEntity<String> author(@PathVariable String id) {
    try {
      return ResponseEntity.ok(read(id));
    // want unlogged-error "catch (IOException) on the way from Reports#author"
    } catch (IOException e) {
      return told("no author");
    }
  }

  private static String read(String id) throws IOException {
    return java.nio.file.Files.readString(java.nio.file.Path.of("/reports", id));
  }
}
