package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Value;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Status codes by the names that constants have in every framework: the reason phrases of RFC 9110
 * and its kin.
 */
public final class Statuses {
  private static final Map<String, Integer> BY_NAME =
      Map.ofEntries(
          Map.entry("CONTINUE", 100),
          Map.entry("SWITCHING_PROTOCOLS", 101),
          Map.entry("PROCESSING", 102),
          Map.entry("EARLY_HINTS", 103),
          Map.entry("OK", 200),
          Map.entry("CREATED", 201),
          Map.entry("ACCEPTED", 202),
          Map.entry("NON_AUTHORITATIVE_INFORMATION", 203),
          Map.entry("NO_CONTENT", 204),
          Map.entry("RESET_CONTENT", 205),
          Map.entry("PARTIAL_CONTENT", 206),
          Map.entry("MULTI_STATUS", 207),
          Map.entry("MULTIPLE_CHOICES", 300),
          Map.entry("MOVED_PERMANENTLY", 301),
          Map.entry("FOUND", 302),
          Map.entry("MOVED_TEMPORARILY", 302),
          Map.entry("SEE_OTHER", 303),
          Map.entry("NOT_MODIFIED", 304),
          Map.entry("USE_PROXY", 305),
          Map.entry("TEMPORARY_REDIRECT", 307),
          Map.entry("PERMANENT_REDIRECT", 308),
          Map.entry("BAD_REQUEST", 400),
          Map.entry("UNAUTHORIZED", 401),
          Map.entry("PAYMENT_REQUIRED", 402),
          Map.entry("FORBIDDEN", 403),
          Map.entry("NOT_FOUND", 404),
          Map.entry("METHOD_NOT_ALLOWED", 405),
          Map.entry("NOT_ACCEPTABLE", 406),
          Map.entry("PROXY_AUTHENTICATION_REQUIRED", 407),
          Map.entry("REQUEST_TIMEOUT", 408),
          Map.entry("CONFLICT", 409),
          Map.entry("GONE", 410),
          Map.entry("LENGTH_REQUIRED", 411),
          Map.entry("PRECONDITION_FAILED", 412),
          Map.entry("PAYLOAD_TOO_LARGE", 413),
          Map.entry("CONTENT_TOO_LARGE", 413),
          Map.entry("REQUEST_ENTITY_TOO_LARGE", 413),
          Map.entry("URI_TOO_LONG", 414),
          Map.entry("REQUEST_URI_TOO_LONG", 414),
          Map.entry("UNSUPPORTED_MEDIA_TYPE", 415),
          Map.entry("REQUESTED_RANGE_NOT_SATISFIABLE", 416),
          Map.entry("EXPECTATION_FAILED", 417),
          Map.entry("I_AM_A_TEAPOT", 418),
          Map.entry("UNPROCESSABLE_ENTITY", 422),
          Map.entry("UNPROCESSABLE_CONTENT", 422),
          Map.entry("LOCKED", 423),
          Map.entry("FAILED_DEPENDENCY", 424),
          Map.entry("TOO_EARLY", 425),
          Map.entry("UPGRADE_REQUIRED", 426),
          Map.entry("PRECONDITION_REQUIRED", 428),
          Map.entry("TOO_MANY_REQUESTS", 429),
          Map.entry("REQUEST_HEADER_FIELDS_TOO_LARGE", 431),
          Map.entry("UNAVAILABLE_FOR_LEGAL_REASONS", 451),
          Map.entry("INTERNAL_SERVER_ERROR", 500),
          Map.entry("NOT_IMPLEMENTED", 501),
          Map.entry("BAD_GATEWAY", 502),
          Map.entry("SERVICE_UNAVAILABLE", 503),
          Map.entry("GATEWAY_TIMEOUT", 504),
          Map.entry("HTTP_VERSION_NOT_SUPPORTED", 505),
          Map.entry("INSUFFICIENT_STORAGE", 507));

  /** Helidon puts the code behind the name. */
  private static final Pattern NUMBERED = Pattern.compile("_[1-5]\\d\\d$");

  private Statuses() {}

  /**
   * The code of a constant such as {@code NOT_FOUND}, {@code SC_NOT_FOUND} or {@code
   * NOT_FOUND_404}; 0 if there is none.
   */
  public static int named(String constant) {
    String name = constant.toUpperCase(Locale.ROOT);
    String phrase = NUMBERED.matcher(name).replaceFirst("");
    return BY_NAME.getOrDefault(phrase.startsWith("SC_") ? phrase.substring(3) : phrase, 0);
  }

  /** The kind of failure that an answer with that status claims. */
  public static FailureMode mode(int status) {
    return Classifier.claimed(status);
  }

  /**
   * The codes that a value may be: numbers, constants of a status enum; empty if nothing is known.
   */
  public static SortedSet<Integer> of(Value value) {
    SortedSet<Integer> codes = new TreeSet<>();
    for (Known known : value.alternatives()) {
      if (known instanceof Known.Instance instance) {
        Value inside = instance.fields().get(AnswerModel.STATUS);
        codes.addAll(inside == null ? new TreeSet<>() : of(inside));
      }
      int code = code(known);
      if (code >= 100 && code <= 599) {
        codes.add(code);
      }
    }
    return codes;
  }

  private static int code(Known known) {
    if (known instanceof Known.Constant constant && constant.value() instanceof Integer number) {
      return number;
    }
    return known instanceof Known.EnumConstant constant ? named(constant.name()) : 0;
  }
}
