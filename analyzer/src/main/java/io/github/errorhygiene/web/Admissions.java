package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Value;
import java.util.regex.Pattern;

/** Bodies that are texts, for people, which say that something failed. */
final class Admissions {
  private static final Pattern SAYS =
      Pattern.compile(
          "(?is).*\\b(error|exception|fail|fails|failed|failure|unable|unsuccessful(ly)?|wrong"
              + "|(could|did|was|were) ?n[o']t|can(not| not|'t))\\b.*");

  private Admissions() {}

  /** Whether all that it may be says so. */
  static boolean isOne(Value body) {
    return !body.open()
        && !body.strings().isEmpty()
        && body.strings().size() == body.alternatives().size()
        && body.strings().stream().allMatch(text -> SAYS.matcher(text).matches());
  }
}
