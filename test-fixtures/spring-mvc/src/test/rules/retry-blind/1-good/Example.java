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
class Rates {
  private final RestTemplate rest = new RestTemplate();

  @GetMapping("/rates/{currency}")
  String rate(@PathVariable String currency) throws InterruptedException {
    for (int attempt = 1; attempt <= 3; attempt++) {
      try {
        return rest.getForObject("https://rates.example/latest", String.class);
      } catch (RestClientException e) {
        Thread.sleep(100L << attempt);
      }
    }
    throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, "no rates today");
  }
}
