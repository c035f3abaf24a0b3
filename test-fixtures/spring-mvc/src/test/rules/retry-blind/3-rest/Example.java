package example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class Reports {
  private final HttpClient client = HttpClient.newHttpClient();

  /** Only exceptions are looked at, not the status of an answer. */
  @GetMapping("/reports")
  String all() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://reports")).build();
    for (int attempt = 0; attempt < 5; attempt++) {
      // MISSING want retry-blind "again at once"
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() < 500) {
        return response.body();
      }
    }
    throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, "no reports today");
  }
}
