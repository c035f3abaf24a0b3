package example;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** No seats are sold at night. */
class Hours implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (System.currentTimeMillis() % 2 == 0) {
      response.setStatus(409);
      return false;
    }
    return true;
  }
}

@Component
class Setup implements WebMvcConfigurer {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Hours());
  }
}

@RestController
class Seats {
  /** What an interceptor answers is no answer of an endpoint. */
  @Operation(summary = "books a seat")
  @ApiResponse(responseCode = "200")
  @ApiResponse(responseCode = "404")
  @PostMapping("/seats/{id}")
  // MISSING want undocumented-status "does not name 409"
  String book(@PathVariable String id) {
    if (id.isBlank()) {
      throw new org.springframework.web.server.ResponseStatusException(
          org.springframework.http.HttpStatus.NOT_FOUND);
    }
    return id;
  }
}
