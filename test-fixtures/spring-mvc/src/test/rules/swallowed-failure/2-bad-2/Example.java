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
  private final RestTemplate rest = new RestTemplate();

  @PostMapping("/orders/{id}/payment")
  Map<String, String> pay(@PathVariable String id) {
    // want swallowed-failure "HttpClientErrorException, HttpServerErrorException,"
    CompletableFuture.runAsync(
        () -> rest.postForObject("https://bank.example/payments", id, String.class));
    return Map.of("order", id);
  }
}
