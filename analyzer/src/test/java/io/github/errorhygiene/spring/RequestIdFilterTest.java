package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On which answers of Spring MVC a filter puts its request id. */
class RequestIdFilterTest {
  private static final String ORDERS =
      """
      @RestController class Orders {
        @GetMapping("/orders") String all() { throw new IllegalStateException("odd"); }
      }
      """;

  private static final String IMPORTS =
      """
      import jakarta.servlet.*;
      import jakarta.servlet.http.*;
      import java.util.UUID;
      import org.springframework.boot.web.servlet.FilterRegistrationBean;
      import org.springframework.context.annotation.Bean;
      import org.springframework.context.annotation.Configuration;
      import org.springframework.core.Ordered;
      import org.springframework.core.annotation.Order;
      import org.springframework.security.config.annotation.web.builders.HttpSecurity;
      import org.springframework.security.web.SecurityFilterChain;
      import org.springframework.stereotype.Component;
      import org.springframework.web.filter.OncePerRequestFilter;
      """;

  private static final String SECURITY =
      """
      @Configuration class Security {
        @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
          return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())%s.build();
        }
      }
      """;

  private static String filter(String head, String more) {
    return """
        %s class Ids extends OncePerRequestFilter %s
          protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
              FilterChain chain) throws ServletException, java.io.IOException {
            response.setHeader("X-Request-Id", UUID.randomUUID().toString());
            chain.doFilter(request, response);
          }
        }
        """
        .formatted(head, more);
  }

  private static Service service(String... more) {
    Service service = Service.of(ORDERS);
    for (String each : more) {
      service.and(IMPORTS + each);
    }
    return service;
  }

  private static Certainty ofPage(Service service) {
    return service.application().contracts().get(0).failures().stream()
        .filter(row -> row.exception().endsWith("IllegalStateException"))
        .findFirst()
        .map(row -> row.answer().requestId())
        .orElseThrow();
  }

  private static Certainty ofRefusal(Service service) {
    return service.application().failures().stream()
        .filter(row -> row.summary().equals("not authenticated"))
        .findFirst()
        .map(Failure::answer)
        .map(answer -> answer.requestId())
        .orElseThrow();
  }

  /** A lambda that sets the header, made by a bean method with this head and end. */
  private static String lambda(String head, String header, String end) {
    return """
        @Configuration class Filters {
          @Bean %s {
            Filter filter = (request, response, chain) -> {
              ((HttpServletResponse) response).setHeader("%s", UUID.randomUUID().toString());
              chain.doFilter(request, response);
            };
            %s
          }
        }
        """
        .formatted(head, header, end);
  }

  @Test
  void aFilterMayBeALambda() {
    String registration =
        "FilterRegistrationBean<Filter> bean = new FilterRegistrationBean<>(filter); %s return bean;";
    String registering = "FilterRegistrationBean<Filter> ids()";

    assertThat(ofPage(service(lambda("Filter ids()", "X-Request-Id", "return filter;"))))
        .isEqualTo(Certainty.YES);
    assertThat(ofPage(service(lambda("Filter ids()", "X-Frame-Options", "return filter;"))))
        .isEqualTo(Certainty.NO);
    assertThat(ofPage(service(lambda(registering, "X-Request-Id", registration.formatted("")))))
        .isEqualTo(Certainty.YES);
    assertThat(
            ofPage(
                service(
                    lambda(
                        registering,
                        "X-Request-Id",
                        registration.formatted("bean.addUrlPatterns(\"/api/*\");")))))
        .isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void aHeaderThatIsSetBeforeTheChainIsOnAllAnswers() {
    assertThat(ofPage(service(filter("@Component", "{")))).isEqualTo(Certainty.YES);
    assertThat(ofPage(service())).isEqualTo(Certainty.NO);
  }

  @Test
  void whatSecurityRefusesHasOnlyWhatFiltersBeforeItSet() {
    assertThat(ofRefusal(service(filter("@Component", "{"), SECURITY.formatted(""))))
        .isEqualTo(Certainty.NO);
    assertThat(ofRefusal(service(filter("@Component @Order(-200)", "{"), SECURITY.formatted(""))))
        .isEqualTo(Certainty.YES);
    assertThat(
            ofRefusal(
                service(
                    filter(
                        "@Component",
                        "implements Ordered { public int getOrder() { return Ordered.HIGHEST_PRECEDENCE; }"),
                    SECURITY.formatted(""))))
        .isEqualTo(Certainty.YES);
  }

  @Test
  void aFilterMayStandInSecuritysOwnChain() {
    assertThat(
            ofRefusal(
                service(
                    filter("", "{"),
                    SECURITY.formatted(".addFilterBefore(new Ids(), Object.class)"))))
        .isEqualTo(Certainty.YES);
  }

  @Test
  void aRegistrationSaysWhereAFilterStandsAndWhatItIsFor() {
    String bean =
        """
        @Configuration class Filters {
          @Bean FilterRegistrationBean<Ids> ids() {
            FilterRegistrationBean<Ids> bean = new FilterRegistrationBean<>();
            bean.setFilter(new Ids());
            %s
            return bean;
          }
        }
        """;
    String security = SECURITY.formatted("");
    assertThat(
            ofRefusal(service(filter("", "{"), bean.formatted("bean.setOrder(-200);"), security)))
        .isEqualTo(Certainty.YES);
    assertThat(ofRefusal(service(filter("", "{"), bean.formatted(""), security)))
        .isEqualTo(Certainty.NO);
    assertThat(ofPage(service(filter("", "{"), bean.formatted("bean.addUrlPatterns(\"/api/*\");"))))
        .isEqualTo(Certainty.UNKNOWN);
    assertThat(ofPage(service(filter("", "{"), bean.formatted("bean.addUrlPatterns(\"/*\");"))))
        .isEqualTo(Certainty.YES);
  }

  @Test
  void aFilterThatMayLeaveRequestsOutIsNotOnAllAnswers() {
    String skips = "{ protected boolean shouldNotFilter(HttpServletRequest request) { return %s; }";
    assertThat(
            ofPage(
                service(
                    filter("@Component", skips.formatted("request.getRequestURI().isEmpty()")))))
        .isEqualTo(Certainty.UNKNOWN);
    assertThat(ofPage(service(filter("@Component", skips.formatted("false")))))
        .isEqualTo(Certainty.YES);
  }

  @Test
  void aHeaderThatOnlySomeRequestsBringAlongIsNotOnAllAnswers() {
    String echo =
        """
        @Component class Ids extends OncePerRequestFilter {
          protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
              FilterChain chain) throws ServletException, java.io.IOException {
            String id = request.getHeader("X-Request-Id");
            if (id != null) {
              response.setHeader("X-Request-Id", id);
            }
            chain.doFilter(request, response);
          }
        }
        """;
    assertThat(ofPage(service(echo))).isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void aSettingMayNameTheHeader() {
    String named =
        """
        @Component class Ids extends OncePerRequestFilter {
          @org.springframework.beans.factory.annotation.Value("%s") String name;
          protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
              FilterChain chain) throws ServletException, java.io.IOException {
            response.setHeader(name, UUID.randomUUID().toString());
            chain.doFilter(request, response);
          }
        }
        """;
    assertThat(ofPage(service(named.formatted("${ids.header:X-Request-Id}"))))
        .isEqualTo(Certainty.YES);
    assertThat(ofPage(service(named.formatted("${ids.header}")))).isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void anInterceptorSetsItBeforeTheHandlerRunsAndNotAfter() {
    String interceptor =
        """
        import org.springframework.web.servlet.HandlerInterceptor;
        import org.springframework.web.servlet.config.annotation.*;
        class Ids implements HandlerInterceptor {
          %s
        }
        @Configuration class Web implements WebMvcConfigurer {
          public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new Ids());
          }
        }
        """;
    String before =
        """
        public boolean preHandle(HttpServletRequest in, HttpServletResponse out, Object handler) {
          out.setHeader("X-Request-Id", "1");
          return true;
        }
        """;
    String after =
        """
        public void afterCompletion(
            HttpServletRequest in, HttpServletResponse out, Object handler, Exception e) {
          out.setHeader("X-Request-Id", "1");
        }
        """;
    assertThat(ofPage(service(interceptor.formatted(before)))).isEqualTo(Certainty.YES);
    assertThat(ofPage(service(interceptor.formatted(after)))).isEqualTo(Certainty.NO);
    assertThat(service(interceptor.formatted(before)).generalRows())
        .allMatch(row -> row.endsWith("id=NO"));
  }

  @Test
  void anAdviceOfBodiesSeesAllThatHaveOne() {
    String advice =
        """
        import org.springframework.core.MethodParameter;
        import org.springframework.http.converter.HttpMessageConverter;
        import org.springframework.http.server.*;
        import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
        @RestControllerAdvice class Ids implements ResponseBodyAdvice<Object> {
          public boolean supports(
              MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
            return %s;
          }
          public Object beforeBodyWrite(Object body, MethodParameter type, MediaType media,
              Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
              ServerHttpResponse response) {
            response.getHeaders().set("X-Request-Id", "1");
            return body;
          }
        }
        """;
    assertThat(ofPage(service(advice.formatted("true")))).isEqualTo(Certainty.YES);
    assertThat(ofPage(service(advice.formatted("type.hasMethodAnnotation(Override.class)"))))
        .isEqualTo(Certainty.UNKNOWN);
  }

  @Test
  void ofSeveralApplicationsEachAnswersWithTheIdOfItsOwnFilters() {
    Service service =
        Service.of("class Nothing {}")
            .file("one/src/main/java/one/One.java", application("one", "One"))
            .file("one/src/main/java/one/Ids.java", inPackage("one", filter("@Component", "{")))
            .file("two/src/main/java/two/Two.java", application("two", "Two"));

    assertThat(service.rows("GET /one")).singleElement().asString().endsWith("id=YES");
    assertThat(service.rows("GET /two")).singleElement().asString().endsWith("id=NO");
  }

  @Test
  void theSameHoldsForFiltersThatAreLambdas() {
    List<String> filters =
        List.of(
            lambda("Filter ids()", "X-Request-Id", "return filter;"),
            lambda(
                "FilterRegistrationBean<Filter> ids()",
                "X-Request-Id",
                "return new FilterRegistrationBean<>(filter);"));
    for (String filter : filters) {
      Service service =
          Service.of("class Nothing {}")
              .file("one/src/main/java/one/One.java", application("one", "One"))
              .file("one/src/main/java/one/Ids.java", inPackage("one", filter))
              .file("two/src/main/java/two/Two.java", application("two", "Two"));

      assertThat(service.rows("GET /one")).singleElement().asString().endsWith("id=YES");
      assertThat(service.rows("GET /two")).singleElement().asString().endsWith("id=NO");
    }
  }

  private static String application(String name, String type) {
    String code =
        """
        @org.springframework.boot.autoconfigure.SpringBootApplication class %s {}
        @RestController class Orders {
          @GetMapping("/%s") String all() { throw new IllegalStateException("odd"); }
        }
        """;
    return "package " + name + ";\n" + code.formatted(type, name);
  }

  private static String inPackage(String name, String source) {
    return "package " + name + ";\n" + IMPORTS + source;
  }
}
