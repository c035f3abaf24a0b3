package example;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

class ReportsFailed extends RuntimeException {
  ReportsFailed(String message, Throwable cause) {
    super(message);
  }
}

@RestController
class Reports {
  private final RestTemplate rest = new RestTemplate();

  /** The exception is given its cause, and drops it. */
  @GetMapping("/reports")
  String all() {
    try {
      return rest.getForObject("https://reports.example", String.class);
    } catch (RestClientException e) {
      // MISSING want lost-cause "ReportsFailed does not keep the"
      throw new ReportsFailed("no reports", e);
    }
  }

  /** Somebody else makes the exception. */
  @GetMapping("/reports/last")
  String last() {
    try {
      return rest.getForObject("https://reports.example/last", String.class);
    } catch (RestClientException e) {
      // MISSING want lost-cause "does not keep the"
      throw failed();
    }
  }

  private static RuntimeException failed() {
    return new IllegalStateException("no report");
  }
}
