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

  /** The container waits longer each time. */
  @Retryable(maxAttempts = 4, backoff = @Backoff(delay = 100, multiplier = 2))
  public String ask() {
    return rest.getForObject("http://reports", String.class);
  }
}
