package example;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@ApiResponse(responseCode = "409")
@Retention(RetentionPolicy.RUNTIME)
@interface MayBeTaken {}

@RestController
class Seats {
  /** An annotation of the service's own brings the other one along. */
  @MayBeTaken
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404")
  @GetMapping("/seats/{id}")
  String seat(@PathVariable String id) {
    if (id.startsWith("A")) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    if (id.startsWith("B")) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return id;
  }
}
