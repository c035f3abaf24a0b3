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
class Stock {
  private final RestTemplate rest = new RestTemplate();

  @GetMapping("/stock/{id}")
  ResponseEntity<Map<String, String>> stock(@PathVariable String id) {
    try {
      String count = rest.getForObject("https://stock.example/{id}", String.class, id);
      return ResponseEntity.ok(Map.of("count", String.valueOf(count)));
    } catch (ResourceAccessException e) {
      return ResponseEntity.status(504).body(Map.of("error", "the stock does not answer"));
    } catch (RestClientException e) {
      return ResponseEntity.status(502).body(Map.of("error", "the stock is not known"));
    }
  }
}
