package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What interceptors that are registered for paths do before handlers. */
class InterceptorsTest {

  private static Service guarded(String preHandle) {
    return Service.of(
            """
            @RestController class Orders {
              @GetMapping("/orders/{id}") String get(@PathVariable String id) { return id; }
              @GetMapping("/public/{id}") String open(@PathVariable String id) { return id; }
            }
            class NoToken extends RuntimeException {}
            @RestControllerAdvice class Errors {
              @ExceptionHandler @ResponseStatus(HttpStatus.UNAUTHORIZED)
              Map<String, String> no(NoToken e) { return Map.of("code", "no token"); }
            }
            """)
        .and(
            """
            import jakarta.servlet.http.*;
            import org.springframework.context.annotation.Configuration;
            import org.springframework.web.servlet.HandlerInterceptor;
            import org.springframework.web.servlet.config.annotation.*;
            @Configuration class Web implements WebMvcConfigurer {
              @Override public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Guard()).addPathPatterns("/**")
                    .excludePathPatterns("/public/**", "/error");
              }
            }
            class Guard implements HandlerInterceptor {
              @Override
              public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
                  Object handler) throws Exception {
                if (request.getHeader("token") == null) {
                  %s
                }
                return true;
              }
            }
            """
                .formatted(preHandle));
  }

  @Test
  @DisplayName("What an interceptor throws is resolved like what handlers throw, where it applies")
  void throwing() {
    Service service = guarded("throw new NoToken();");

    assertThat(service.rows("GET /orders/{id}"))
        .containsExactly("NoToken 401 application/json [code] id=NO");
    assertThat(service.rows("GET /public/{id}")).isEmpty();
  }

  @Test
  @DisplayName("What an interceptor answers by itself is an answer of the endpoint")
  void answering() {
    assertThat(guarded("response.sendError(403); return false;").rows("GET /orders/{id}"))
        .containsExactly("Guard#preHandle answers 403 itself 403" + Service.PAGE);
    assertThat(guarded("response.setStatus(429); return false;").rows("GET /orders/{id}"))
        .containsExactly("Guard#preHandle answers 429 itself 429 - [] id=NO");
  }
}
