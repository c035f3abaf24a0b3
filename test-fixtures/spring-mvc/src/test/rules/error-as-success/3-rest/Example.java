package example;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

@RestController
class Rates {
  private final RestTemplate rest = new RestTemplate();

  static class Rate {
    public boolean known = true;
    public String text;
  }

  /** The flag is set in the clause, and what it says is returned below. */
  @GetMapping("/rates/{id}")
  Rate flagged(@PathVariable String id) {
    Rate rate = new Rate();
    try {
      rate.text = rest.getForObject("http://rates/{id}", String.class, id);
      // MISSING want error-as-success "answers 200 for"
    } catch (RestClientException e) {
      rate.known = false;
      rate.text = "no rate";
    }
    return rate;
  }
}
