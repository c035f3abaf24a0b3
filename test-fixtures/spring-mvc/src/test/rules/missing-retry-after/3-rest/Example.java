package example;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
class Seats {
  /** The header is there: nobody resets it. */
  @GetMapping("/seats")
  String book(@RequestParam int waiting, HttpServletResponse response) {
    response.setHeader("Retry-After", "5");
    if (waiting > 5) {
      // SPURIOUS want missing-retry-after "status of ResponseStatusException answers 429 without Retry-After"
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
    return "booked";
  }
}
