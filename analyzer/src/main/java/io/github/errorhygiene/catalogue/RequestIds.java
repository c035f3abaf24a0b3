package io.github.errorhygiene.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names under which services put the id that leads to a request's log lines. Compared without case
 * and separators.
 */
public final class RequestIds {
  private static final String SEPARATORS = "-_. ";

  /** Ends of names that something is known by. */
  private static final Pattern MAY_BE =
      Pattern.compile(
          "(.*[-_. ])?(?i:id|uuid|ref|reference|identifier|incident|instance|trace)"
              + "|.*[a-z](Id|ID|Uuid|UUID|Ref|Reference|Identifier)");

  private final Set<String> headers;
  private final Set<String> keys;

  /** Whether no other names count. */
  private final boolean alone;

  RequestIds(List<String> headers, List<String> keys, boolean alone) {
    this(normalised(headers), normalised(keys), alone);
  }

  private RequestIds(Set<String> headers, Set<String> keys, boolean alone) {
    this.headers = headers;
    this.keys = keys;
    this.alone = alone;
  }

  /** These names, and those unless these take their place. */
  RequestIds over(RequestIds others) {
    return alone
        ? this
        : new RequestIds(union(headers, others.headers), union(keys, others.keys), others.alone);
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    return Stream.concat(left.stream(), right.stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a header with that name carries a request id. */
  public boolean isHeader(String name) {
    return headers.contains(normalise(name));
  }

  /** Whether a body member, MDC key or attribute with that name carries a request id. */
  public boolean isKey(String name) {
    String normal = normalise(name);
    return keys.contains(normal) || headers.contains(normal);
  }

  /** Whether a header or member with that name may carry one: {@code X-Error-Ref}, {@code id}. */
  public boolean mayBeOne(String name) {
    return isKey(name) || MAY_BE.matcher(name).matches();
  }

  private static Set<String> normalised(List<String> names) {
    return names.stream().map(RequestIds::normalise).collect(Collectors.toUnmodifiableSet());
  }

  private static String normalise(String name) {
    StringBuilder normal = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (SEPARATORS.indexOf(letter) < 0) {
        normal.append(letter);
      }
    }
    return normal.toString().toLowerCase(Locale.ROOT);
  }
}
