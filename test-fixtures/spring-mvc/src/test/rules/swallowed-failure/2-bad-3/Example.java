package example;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;

@RestController
class Payments {
  private final ExecutorService later = Executors.newSingleThreadExecutor();
  private final RestTemplate rest = new RestTemplate();

  /** Nobody looks into the future that is made. */
  @PostMapping("/payments")
  ResponseEntity<Void> pay() {
    // want swallowed-failure "HttpClientErrorException, HttpServerErrorException,"
    later.submit(() -> rest.postForObject("http://bank/payments", "7", String.class));
    return ResponseEntity.accepted().build();
  }
}
