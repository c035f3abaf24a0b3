package example;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
class Seats {
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404")
  @PostMapping("/seats/{id}")
  // want undocumented-status "the documentation of POST /seats/{id} does not name 409,"
  String book(@PathVariable String id) {
    if (id.isBlank()) {
      throw new NoSuchSeat();
    }
    if (id.startsWith("A")) {
      throw new SeatTaken();
    }
    return id;
  }
}

class NoSuchSeat extends RuntimeException {}

class SeatTaken extends RuntimeException {}

@RestControllerAdvice
class Errors {
  @ExceptionHandler
  ResponseEntity<String> missing(NoSuchSeat e) {
    return ResponseEntity.status(404).body("there is no such seat");
  }

  @ExceptionHandler
  ResponseEntity<String> taken(SeatTaken e) {
    return ResponseEntity.status(409).body("the seat is taken");
  }
}
