package example;

import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Limits {
  private final Environment environment;

  Limits(Environment environment) {
    this.environment = environment;
  }

  @GetMapping("/limits")
  int limit() {
    // want late-configuration "a setting that is missing or malformed is noticed only by a"
    return environment.getRequiredProperty("limit", Integer.class);
  }
}
