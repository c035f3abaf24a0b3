package example;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

@RestController
class Offers {
  private final RestTemplate rest = new RestTemplate();

  /** No offers may be as good an answer as any, or hide that nobody could be asked. */
  @GetMapping("/offers")
  List<String> all() {
    try {
      return List.of(rest.getForObject("http://offers", String[].class));
      // MISSING want swallowed-failure "answers 200"
    } catch (RestClientException e) {
      return List.of();
    }
  }
}
