package example;

import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestTemplate;

@RestController
class Reports {
  private final Source source;

  Reports(Source source) {
    this.source = source;
  }

  @GetMapping("/reports")
  String all() {
    return source.ask();
  }
}

@Component
class Source {
  private final RestTemplate rest = new RestTemplate();

  /** The container calls it again, and does not wait. */
  @Retryable(maxAttempts = 10, backoff = @Backoff(delay = 0))
  // want retry-blind "again at once"
  public String ask() {
    return rest.getForObject("http://reports", String.class);
  }
}
