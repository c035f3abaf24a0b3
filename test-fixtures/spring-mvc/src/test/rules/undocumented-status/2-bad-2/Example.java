package example;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.springframework.web.bind.annotation.*;

@RestController
class Rows {
  @ApiResponse(responseCode = "200")
  // want undocumented-status "the documentation of GET /rows names 404, which nothing"
  @ApiResponse(responseCode = "404")
  @GetMapping("/rows")
  List<String> rows() {
    return List.of("A", "B");
  }
}
