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
  private final Map<String, String> names = new ConcurrentHashMap<>();

  @PutMapping("/orders/{id}")
  void name(@PathVariable String id, @RequestParam String name) {
    names.put(id, name);
  }

  @GetMapping("/orders/{id}/length")
  int length(@PathVariable String id) {
    String name = names.get(id);
    if (name == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such order");
    }
    return name.length();
  }
}
