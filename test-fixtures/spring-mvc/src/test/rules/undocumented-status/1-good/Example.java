package example;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;

@RestController
class Seats {
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "409", description = "the seat is taken")
  @PostMapping("/seats/{id}")
  String book(@PathVariable String id) {
    if (id.startsWith("A")) {
      throw new SeatTaken();
    }
    return id;
  }
}

class SeatTaken extends RuntimeException {}

@RestControllerAdvice
class Errors {
  @ExceptionHandler
  ResponseEntity<String> taken(SeatTaken e) {
    return ResponseEntity.status(409).body("the seat is taken");
  }
}
