package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Failure;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What fits a failure whose exception was told what it is about, whoever answers it. */
class StatedTest {
  private static final String COUPONS =
      """
      import org.springframework.http.HttpStatus;
      @RestController class Coupons {
        @DeleteMapping("/coupons") void clear() { %s }
      }
      class ShopException extends RuntimeException {
        final HttpStatus status;
        ShopException(HttpStatus status, String message) { super(message); this.status = status; }
      }
      class CodedException extends RuntimeException {
        private final Code code;
        CodedException(Code code) { super(code.text); this.code = code; }
      }
      class CountedException extends RuntimeException {
        private final int statusCode;
        private final int line;
        CountedException(int statusCode, int line) {
          this.statusCode = statusCode;
          this.line = line;
        }
      }
      enum Code {
        SPENT(HttpStatus.CONFLICT, "spent"), BROKEN(HttpStatus.INTERNAL_SERVER_ERROR, "broken");
        final HttpStatus http;
        final String text;
        Code(HttpStatus http, String text) { this.http = http; this.text = text; }
      }
      class ReasonedException extends RuntimeException {
        private final Reason reason;
        ReasonedException(Reason reason) { this.reason = reason; }
      }
      enum Reason { COUPON_NOT_FOUND, ODD }
      """;

  @Test
  @DisplayName("the status in its constructor")
  void status() {
    assertThat(fits("throw new ShopException(HttpStatus.FORBIDDEN, \"not yours\");"))
        .containsExactly(403);
    assertThat(fits("throw new CountedException(409, 404);")).containsExactly(409);
  }

  @Test
  @DisplayName("the status of the constant in its constructor")
  void statusOfConstant() {
    assertThat(fits("throw new CodedException(Code.SPENT);")).containsExactly(409);
  }

  @Test
  @DisplayName("the name of that constant")
  void nameOfConstant() {
    assertThat(fits("throw new ReasonedException(Reason.COUPON_NOT_FOUND);")).containsExactly(404);
  }

  @Test
  @DisplayName("that an iterator is at its end is told to who did not ask before")
  void endOfAnIterator() {
    Service service =
        Service.of(
            """
            @RestController class Coupons {
              @GetMapping("/coupons/{n}") String get(@PathVariable int n) {
                return new Numbers(n).next();
              }
            }
            class Numbers implements java.util.Iterator<String> {
              int left;
              Numbers(int left) { this.left = left; }
              public boolean hasNext() { return left > 0; }
              public String next() {
                if (!hasNext()) throw new java.util.NoSuchElementException();
                return "" + left--;
              }
            }
            """);

    assertThat(service.application().contracts().get(0).failures())
        .filteredOn(row -> row.exception().endsWith("NoSuchElementException"))
        .extracting(Failure::fits)
        .containsExactly(500);
  }

  @Test
  @DisplayName("a token that does not hold is a matter of who calls")
  void token() {
    String thrown =
        "class InvalidAccessTokenException extends RuntimeException {} "
            + "@RestController class Tokens { @DeleteMapping(\"/tokens\") void clear(@RequestParam String token)"
            + " { if (token.isBlank()) throw new InvalidAccessTokenException(); } }";

    assertThat(Service.of(thrown).application().contracts().get(0).failures())
        .filteredOn(row -> row.exception().equals("InvalidAccessTokenException"))
        .extracting(Failure::fits)
        .containsExactly(401);
  }

  @Test
  @DisplayName("500 tells nothing, nor does a name that says nothing")
  void tellsNothing() {
    assertThat(fits("throw new CodedException(Code.BROKEN);")).containsExactly(0);
    assertThat(fits("throw new ReasonedException(Reason.ODD);")).containsExactly(0);
  }

  private static List<Integer> fits(String body) {
    return Service.of(COUPONS.formatted(body)).application().contracts().stream()
        .flatMap(contract -> contract.failures().stream())
        .filter(failure -> failure.exception().endsWith("Exception"))
        .filter(failure -> !failure.exception().startsWith("org."))
        .map(failure -> failure.fits())
        .toList();
  }
}
