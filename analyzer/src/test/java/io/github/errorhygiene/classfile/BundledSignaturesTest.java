package io.github.errorhygiene.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Widely used libraries are known without any class path. */
class BundledSignaturesTest {
  private static final Path LIST = Path.of("src/main/signatures/libraries.yaml");
  private static final Path REPORT = Path.of("target/signatures.txt");
  private static final Pattern ITEM =
      Pattern.compile(
          "<artifactItem><groupId>(.+?)</groupId><artifactId>(.+?)</artifactId>"
              + "<version>(.+?)</version></artifactItem>");
  private static final ClassPath BUNDLE = ClassPath.of(List.of());

  @TempDir Path directory;

  @Test
  void aRepositoryReturnsAnOptional() {
    MethodDecl find = method("org.springframework.data.repository.CrudRepository", "findById");

    assertThat(find.returnType()).hasToString("java.util.Optional<T>");
    assertThat(BUNDLE.origin("org.springframework.data.repository.CrudRepository"))
        .isEqualTo(ClassPath.Origin.BUNDLED);
    assertThat(BUNDLE.hasPackage("org.springframework.data.repository")).isTrue();
    assertThat(BUNDLE.gaps()).isEmpty();
  }

  @Test
  void thrownTypesAreKept() {
    assertThat(method("com.fasterxml.jackson.databind.ObjectMapper", "writeValueAsString").thrown())
        .hasToString("[com.fasterxml.jackson.core.JsonProcessingException]");
  }

  @Test
  void constantsAreKept() {
    TypeDecl type = BUNDLE.find("org.springframework.http.MediaType");

    assertThat(type.fields())
        .filteredOn(field -> field.name().equals("APPLICATION_JSON_VALUE"))
        .extracting(field -> ((Expr.Literal) field.initializer()).value())
        .containsExactly("application/json");
  }

  @Test
  void annotationsAreKept() {
    assertThat(BUNDLE.find("org.springframework.web.bind.annotation.GetMapping").annotations())
        .extracting(Annotation::name)
        .contains("org.springframework.web.bind.annotation.RequestMapping");
  }

  @Test
  void whatNoOtherCodeSeesIsLeftOut() {
    TypeDecl type = BUNDLE.find("org.springframework.web.client.RestTemplate");

    assertThat(type.superclass())
        .hasToString("org.springframework.http.client.support.InterceptingHttpAccessor");
    assertThat(type.fields()).extracting(FieldDecl::name).doesNotContain("messageConverters");
    assertThat(
            BUNDLE.find(
                "org.springframework.web.servlet.mvc.method.annotation.ReactiveTypeHandler"))
        .isNull();
    assertThat(BUNDLE.find("com.google.common.collect.RegularImmutableList")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler",
        "org.springframework.web.server.ResponseStatusException",
        "org.springframework.dao.EmptyResultDataAccessException",
        "org.springframework.jdbc.CannotGetJdbcConnectionException",
        "org.springframework.security.access.AccessDeniedException",
        "org.springframework.security.config.annotation.web.configuration.WebSecurityConfigurerAdapter",
        "jakarta.servlet.http.HttpServletRequest",
        "javax.servlet.http.HttpServletRequest",
        "jakarta.persistence.EntityNotFoundException",
        "javax.persistence.EntityNotFoundException",
        "javax.validation.ConstraintViolationException",
        "javax.ws.rs.WebApplicationException",
        "javax.annotation.PostConstruct",
        "javax.xml.bind.JAXBException",
        "tools.jackson.core.JacksonException",
        "org.apache.catalina.connector.ClientAbortException",
        "org.hibernate.exception.ConstraintViolationException",
        "org.springframework.security.config.http.SessionCreationPolicy",
        "lombok.Data",
        "feign.FeignException",
        "cn.hutool.core.util.StrUtil",
        "com.baomidou.mybatisplus.extension.service.IService",
        "io.jsonwebtoken.ExpiredJwtException",
        "org.glassfish.jersey.server.ResourceConfig",
        "org.jboss.resteasy.spi.ResteasyProviderFactory",
        "org.apache.cxf.jaxrs.JAXRSServerFactoryBean",
        "io.quarkus.security.UnauthorizedException",
        "io.quarkus.mongodb.panache.PanacheMongoEntity",
        "io.dropwizard.core.Application",
        "io.dropwizard.Application",
        "io.dropwizard.auth.Auth",
        "io.helidon.webserver.http.HttpService",
        "io.helidon.webserver.Service",
        "io.helidon.http.NotFoundException",
        "io.micronaut.security.authentication.AuthenticationException",
        "io.micronaut.http.exceptions.HttpStatusException",
        "io.javalin.http.NotFoundResponse",
        "io.javalin.core.JavalinConfig",
        "io.vertx.ext.web.RoutingContext",
        "io.vertx.ext.web.openapi.router.RouterBuilder",
        "spark.Spark",
        "com.linecorp.armeria.server.HttpStatusException",
        "io.undertow.server.HttpHandler",
        "org.eclipse.jetty.server.Handler",
        "org.eclipse.jetty.servlet.ServletContextHandler",
        "org.eclipse.jetty.ee10.servlet.ServletContextHandler",
        "com.google.inject.servlet.ServletModule",
        "io.reactivex.Single",
        "rx.Observable"
      })
  void typesOfManyFrameworksAreThere(String name) {
    assertThat(BUNDLE.find(name)).isNotNull();
  }

  @Test
  void aGivenEntryGoesFirst() {
    Path given =
        Compiled.directory(
            directory,
            "package org.springframework.web.client; public class RestTemplate { int mine; }");

    try (ClassPath classPath = ClassPath.of(List.of(given))) {
      assertThat(classPath.find("org.springframework.web.client.RestTemplate").fields())
          .extracting(FieldDecl::name)
          .containsExactly("mine");
      assertThat(classPath.origin("org.springframework.web.client.RestTemplate"))
          .isEqualTo(ClassPath.Origin.GIVEN);
    }
  }

  @Test
  void everyLibraryYieldsTypes() throws IOException {
    List<String> lines = Files.readAllLines(REPORT);

    assertThat(lines).hasSize(libraries().size() + 1);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("    0 types"))
        .allMatch(line -> isAnotherVersion(line, lines));
  }

  /** It adds members to the types of the version before. */
  private static boolean isAnotherVersion(String line, List<String> lines) {
    String library = line.substring(line.indexOf("types") + 5, line.lastIndexOf(':') + 1);
    return lines.stream().filter(other -> other.contains(library)).count() > 1;
  }

  @Test
  void thePomCopiesWhatTheListNames() throws IOException {
    assertThat(ITEM.matcher(Files.readString(Path.of("pom.xml"))).results())
        .extracting(BundledSignaturesTest::coordinates)
        .containsExactlyElementsOf(libraries().stream().map(Library::coordinates).toList());
  }

  @Test
  void licencesAllowTheRedistributionOfSignatures() throws IOException {
    assertThat(libraries())
        .extracting(Library::licence)
        .containsOnly(
            "Apache-2.0", "MIT", "MIT-0", "BSD-3-Clause", "EPL-1.0", "EPL-2.0", "MulanPSL-2.0");
  }

  private static List<Library> libraries() throws IOException {
    return LibraryList.parse(Files.readString(LIST));
  }

  private static String coordinates(MatchResult item) {
    return item.group(1) + ":" + item.group(2) + ":" + item.group(3);
  }

  private static MethodDecl method(String type, String name) {
    return BUNDLE.find(type).methods().stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
