package example;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

@Controller
class Rates {
  private final RestTemplate rest = new RestTemplate();

  /** No flag and no member says that it is an error: the text does. */
  @ResponseBody
  @GetMapping("/rates/{id}/text")
  String told(@PathVariable String id) {
    try {
      return rest.getForObject("http://rates/{id}", String.class, id);
    } catch (RestClientException e) {
      return "failure: no rate";
    }
  }

  @ResponseBody
  @GetMapping("/rates/{id}/page")
  String shown(@PathVariable String id) {
    try {
      return rest.getForObject("http://rates/{id}/page", String.class, id);
      // want error-as-success "every failure is answered with a status that says success"
    } catch (RestClientException e) {
      return "<h1>Something went wrong</h1>" + e.getMessage();
    }
  }

  /** A view is shown instead of another one: what it is called says nothing. */
  @PostMapping("/rates")
  String add(@RequestBody Map<String, String> rate) {
    try {
      rest.postForLocation("http://rates", rate);
      return "added";
    } catch (RestClientException e) {
      return "error";
    }
  }
}
