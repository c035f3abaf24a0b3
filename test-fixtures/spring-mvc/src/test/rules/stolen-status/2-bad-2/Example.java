package example;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

@RestController
class Greetings {
  @GetMapping("/greetings")
  String greet() {
    return "hello";
  }
}

class Security {
  @Bean
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    // want stolen-status "Spring Security, which guards /error as well answers 403"
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .addFilterBefore(new Tokens(), UsernamePasswordAuthenticationFilter.class)
        .build();
  }
}

class Tokens extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String user = request.getHeader("X-User");
    SecurityContextHolder.getContext()
        .setAuthentication(new UsernamePasswordAuthenticationToken(user, null, List.of()));
    chain.doFilter(request, response);
  }
}
