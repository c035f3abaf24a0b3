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
  private final RestTemplate rest = new RestTemplate();

  @GetMapping("/reports")
  String all() {
    try {
      return rest.getForObject("https://reports.example", String.class);
    } catch (RestClientException e) {
      // want lost-cause "ResponseStatusException does not keep the"
      throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, "no reports");
    }
  }
}
