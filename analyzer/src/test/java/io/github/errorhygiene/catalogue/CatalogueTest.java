package io.github.errorhygiene.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.yaml.Faults;
import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  @Test
  void modeOfAParseFailureDependsOnWhereTheTextCameFrom() {
    ExceptionRow row = CATALOGUE.exception("java.lang.NumberFormatException").orElseThrow();
    assertThat(row.mode(Cause.REQUEST)).isEqualTo(FailureMode.MALFORMED_INPUT);
    assertThat(row.mode(Cause.UPSTREAM)).isEqualTo(FailureMode.UPSTREAM_ERROR);
    assertThat(row.mode(Cause.STATE)).isEqualTo(FailureMode.UNEXPECTED);
    assertThat(row.checked()).isFalse();
  }

  @Test
  void superclassesAreKnownWithoutAClassPath() {
    assertThat(CATALOGUE.supertypes("org.springframework.dao.DuplicateKeyException"))
        .startsWith(
            "org.springframework.dao.DuplicateKeyException",
            "org.springframework.dao.DataIntegrityViolationException",
            "org.springframework.dao.NonTransientDataAccessException")
        .endsWith("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Throwable");
  }

  @Test
  void aSubtypeHasTheModeOfTheNearestSupertype() {
    List<String> supertypes =
        List.of(
            "com.acme.Gone",
            "jakarta.persistence.EntityNotFoundException",
            "jakarta.persistence.PersistenceException");
    assertThat(CATALOGUE.nearest(supertypes))
        .map(row -> row.mode(Cause.UNKNOWN))
        .hasValue(FailureMode.MISSING);
  }

  @Test
  void generalSupertypesDoNotSpeakForAProjectsOwnExceptions() {
    List<String> supertypes =
        List.of(
            "com.acme.OrderProblem",
            "java.lang.IllegalStateException",
            "java.lang.RuntimeException");
    assertThat(CATALOGUE.nearest(supertypes)).isEmpty();
    assertThat(CATALOGUE.general(supertypes))
        .map(ExceptionRow::name)
        .hasValue("java.lang.IllegalStateException");
  }

  @Test
  void methodsThatParse() {
    assertThat(CATALOGUE.methods("java.lang.Integer", "parseInt"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.thrown()).containsExactly("java.lang.NumberFormatException");
              assertThat(row.depends().argument(0)).isTrue();
              assertThat(row.likelihood()).isEqualTo(Likelihood.LIKELY);
            });
  }

  @Test
  void overloadsAreToldApartByParameters() {
    List<MethodRow> rows =
        CATALOGUE.methods("java.lang.Integer", "valueOf").stream()
            .filter(row -> row.accepts(List.of("int")))
            .toList();
    assertThat(rows).singleElement().satisfies(row -> assertThat(row.thrown()).isEmpty());
  }

  @Test
  void aPatternOfNamesStandsForThoseThatNoOtherRowNames() {
    String repository = "org.springframework.data.repository.Repository";
    assertThat(CATALOGUE.methods(repository, "existsByEmail"))
        .singleElement()
        .matches(row -> row.guard() != null);
    assertThat(CATALOGUE.methods(repository, "findByEmail"))
        .singleElement()
        .matches(row -> row.absent() == Absence.BY_TYPE);
  }

  @Test
  void rowsHoldForTheVersionsTheyName() {
    String repository = "org.springframework.data.repository.CrudRepository";
    assertThat(CATALOGUE.at(Map.of("spring-data-jpa", "2.7.18")).methods(repository, "deleteById"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.thrown())
                    .containsExactly("org.springframework.dao.EmptyResultDataAccessException"));
    assertThat(CATALOGUE.at(Map.of("spring-data-jpa", "3.0.0")).methods(repository, "deleteById"))
        .singleElement()
        .satisfies(row -> assertThat(row.thrown()).isEmpty());
    assertThat(CATALOGUE.methods(repository, "deleteById")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "UserNotFoundException, MISSING",
    "EmailAlreadyExistsException, CONFLICT",
    "AlreadyPaid, CONFLICT",
    "DuplicateEmailException, CONFLICT",
    "InvalidOrderException, INVALID_INPUT",
    "ValidationException, INVALID_INPUT",
    "BadRequestException, MALFORMED_INPUT",
    "MissingParameterException, MALFORMED_INPUT",
    "OrderMissing, MISSING",
    "InvalidTokenException, UNAUTHENTICATED",
    "UnauthorizedException, UNAUTHENTICATED",
    "ForbiddenOperationException, FORBIDDEN",
    "AccessDeniedException, FORBIDDEN",
    "RateLimitExceededException, RATE_LIMITED",
    "TooManyRequestsException, RATE_LIMITED",
    "FileTooLargeException, TOO_LARGE",
    "ServiceUnavailableException, UNAVAILABLE",
    "PaymentGatewayTimeoutException, UPSTREAM_TIMEOUT",
    "UserNotFoundInTenantException, MISSING",
    "InvalidStatusTransitionException, CONFLICT",
    "com.acme.Errors$NoSuchCustomer, MISSING",
    "InvalidConfigurationException, MISCONFIGURED",
  })
  void namesThatSayTheirMode(String name, FailureMode mode) {
    assertThat(CATALOGUE.named(name)).map(row -> row.mode(Cause.UNKNOWN)).hasValue(mode);
  }

  @ParameterizedTest
  @CsvSource({
    "NotFoundHandlerException",
    "OrderException",
    "BusinessException",
    "UnknownException",
    "NotificationException",
    "TimeoutHandlerException",
    "ProductUnavailableException",
    "ServiceException",
    "ConflictingError$Builder",
    "TokenizerException",
  })
  void namesThatSayNothing(String name) {
    assertThat(CATALOGUE.named(name)).isEmpty();
  }

  @Test
  void aBareTimeoutIsTheUpstreamsOnlyIfItDependsOnOne() {
    NameRow row = CATALOGUE.named("LockTimeoutException").orElseThrow();
    assertThat(row.mode(Cause.UNKNOWN)).isEqualTo(FailureMode.UNKNOWN);
    assertThat(row.mode(Cause.UPSTREAM)).isEqualTo(FailureMode.UPSTREAM_TIMEOUT);
  }

  @Test
  void requestIdNamesAreComparedWithoutCaseAndSeparators() {
    RequestIds ids = CATALOGUE.requestIds();
    assertThat(ids.isHeader("x-request-ID")).isTrue();
    assertThat(ids.isKey("requestId")).isTrue();
    assertThat(ids.isKey("trace_id")).isTrue();
    assertThat(ids.isKey("id")).isFalse();
  }

  @Test
  void rowsOfTheUserWin() throws YamlException {
    Catalogue catalogue =
        CATALOGUE.with(
            own(
                """
                exceptions:
                  com.acme.Vanished: {super: java.lang.RuntimeException, mode: missing}
                methods:
                  com.acme.Ids:
                    - {call: parse, throws: java.lang.IllegalArgumentException, depends: 0, likelihood: likely}
                  java.lang.Integer:
                    - {call: parseInt, throws: []}
                request-ids: {headers: X-Ticket}
                """,
                new Faults()));
    assertThat(catalogue.exception("com.acme.Vanished"))
        .map(ExceptionRow::provenance)
        .hasValue(Provenance.USER);
    assertThat(catalogue.methods("com.acme.Ids", "parse")).hasSize(1);
    assertThat(catalogue.methods("java.lang.Integer", "parseInt"))
        .singleElement()
        .matches(row -> row.thrown().isEmpty());
    assertThat(catalogue.methods("java.lang.Integer", "decode")).hasSize(1);
    assertThat(catalogue.requestIds().isHeader("x-ticket")).isTrue();
    assertThat(catalogue.requestIds().isHeader("x-request-id")).isTrue();
    assertThat(CATALOGUE.exception("com.acme.Vanished")).isEmpty();
  }

  @Test
  void namesOfRequestIdsMayTakeThePlaceOfTheBundledOnes() throws YamlException {
    OwnRows rows = own("request-ids: {headers: X-Ticket, replace: true}", new Faults());
    assertThat(CATALOGUE.with(rows).requestIds().isHeader("x-ticket")).isTrue();
    assertThat(CATALOGUE.with(rows).requestIds().isHeader("x-request-id")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "exceptions: {a.B: {mode: lost}}; own.yml:1:26: 'mode' is 'lost', known are malformed input, invalid input",
        "exceptions: {a.B: {mood: missing}}; own.yml:1:20: unknown key 'mood'; did you mean mode? Known are accepted",
        "exceptions: [a.B]; own.yml:1:13: expected a mapping",
        "exceptions: {a.B: {mode: missing, status: 404}}; own.yml:1:43: 'status' can only be 'carried'",
        "exceptions: {a.B: {mode: missing, accepted: 41}}; own.yml:1:45: 'accepted' must be from 200 to 599",
        "methods: {a.B: [{throws: a.C}]}; own.yml:1:17: 'call' is missing",
        "methods: {a.B: [{call: c, throws: a.C}]}; own.yml:1:17: 'depends' is missing",
        "methods: {a.B: [{call: c, depends: 99999999999}]}; own.yml:1:36: 'depends' must be a number",
        "names: [{words: Not Found}]; own.yml:1:9: 'mode' is missing",
        "proxies: {a.B: [{ordr: 1}]}; own.yml:1:18: unknown key 'ordr'; did you mean order?",
      })
  void complaintsNameFileLineAndColumn(String yaml, String message) throws YamlException {
    assertThat(faults(yaml))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith(message.strip());
  }

  @Test
  void allComplaintsAreMadeAtOnce() throws YamlException {
    assertThat(
            faults(
                """
                exceptions:
                  a.B: {mood: missing, mode: lost}
                  a.B: {mode: conflict}
                methods:
                  a.C:
                    - {call: c, absent: perhaps, runs: away, guard: {checks: me, hold: present}}
                    - {throws: []}
                """))
        .extracting(message -> message.substring(0, message.indexOf(": ")))
        .containsExactly(
            "own.yml:2:9",
            "own.yml:2:30",
            "own.yml:3:3",
            "own.yml:6:25",
            "own.yml:6:40",
            "own.yml:6:66",
            "own.yml:7:7");
  }

  @Test
  void whatIsNoYamlIsNamedWithItsPlace() {
    assertThatThrownBy(() -> YamlRow.parse("own.yml", "exceptions: {\n  a.B: ]").keys())
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith("own.yml:2:8: ");
  }

  @Test
  void complaintsOfEntriesThatAreReadLaterNameTheirLine() {
    Chunk chunk = new Chunk("methods/own.yaml", 7, "  a.B: {mode: [}\n");
    assertThatThrownBy(() -> chunk.mapping().keys())
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith("methods/own.yaml:7:");
  }

  private static List<String> faults(String yaml) throws YamlException {
    Faults faults = new Faults();
    assertThat(own(yaml, faults)).isNotNull();
    return faults.messages();
  }

  private static OwnRows own(String yaml, Faults faults) throws YamlException {
    return OwnRows.read(YamlRow.parse("own.yml", yaml), faults);
  }
}
