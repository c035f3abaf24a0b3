package example;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
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
    throw new IllegalStateException("not loaded");
  }
}

/** The id that the client is given is in no line of the log. */
@Component
class Ids extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Request-Id", UUID.randomUUID().toString());
    chain.doFilter(request, response);
  }
}

@RestControllerAdvice
class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @ExceptionHandler
  // MISSING want uncorrelated-log "answers with a new id that it does not log"
  ResponseEntity<Map<String, String>> unexpected(IllegalStateException e) {
    LOG.error("request failed", e);
    return ResponseEntity.status(500).body(Map.of("error", "internal"));
  }
}
