package example;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.filter.OncePerRequestFilter;

@RestController
class Reports {
  @GetMapping("/reports")
  String all() {
    return "none";
  }
}

/** What a filter fails with gets the default page: no advice is asked. */
@Component
class Sizes extends OncePerRequestFilter {
  @Override
  // MISSING want missing-catch-all "nothing answers unexpected failures"
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    request.setAttribute("size", Integer.parseInt(request.getHeader("X-Size")));
    chain.doFilter(request, response);
  }
}

@RestControllerAdvice
class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @ExceptionHandler
  ResponseEntity<Map<String, String>> unexpected(Exception e) {
    LOG.error("request failed", e);
    return ResponseEntity.status(500).body(Map.of("code", "internal"));
  }
}
