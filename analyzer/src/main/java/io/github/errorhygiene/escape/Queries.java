package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of queries. */
final class Queries {
  private static final Pattern COUNTING =
      Pattern.compile(
          "(?is)\\s*select\\s+(avg|count|exists|max|min|sum)\\s*\\((?!.*\\bgroup\\s+by\\b).*");

  /** What is there already is left, or changed. */
  private static final Pattern SETTLING =
      Pattern.compile(
          "(?is).*\\b(insert\\s+(or\\s+)?ignore|merge\\s+into"
              + "|on\\s+(conflict|duplicate\\s+key)|when\\s+not\\s+matched)\\b.*");

  private static final Pattern MAKING = Pattern.compile("create\\w*Query");

  /** Most calls and variables on the way from a query to where it is made. */
  private static final int LONGEST = 40;

  private Queries() {}

  /** Whether what is asked for counts rows, or adds them up: there is always one answer to that. */
  static boolean countRows(LibraryCall call, Expr.@Nullable Call node, Frame frame) {
    return counts(call.argument(0).strings())
        || (node != null && counts(texts(node.receiver(), frame)));
  }

  /** Whether a statement says itself what to do with what is there already. */
  static boolean settleConflicts(LibraryCall call) {
    List<String> texts = call.argument(0).strings();
    return !texts.isEmpty() && texts.stream().allMatch(text -> SETTLING.matcher(text).matches());
  }

  private static boolean counts(List<String> texts) {
    return !texts.isEmpty() && texts.stream().allMatch(text -> COUNTING.matcher(text).matches());
  }

  /** The texts that the query may have, or begin with, which was made in a chain of calls. */
  private static List<String> texts(@Nullable Expr query, Frame frame) {
    @Nullable Expr at = query;
    State state = frame.state();
    for (int i = 0; at != null && i < LONGEST; i++) {
      if (at instanceof Expr.Call call) {
        if (MAKING.matcher(call.name()).matches() && !call.arguments().isEmpty()) {
          return text(call.arguments().get(0), frame);
        }
        at = call.receiver();
      } else {
        Object key = at instanceof Expr.Name ? Paths.key(at, frame.body()) : null;
        at = key == null || state == null ? null : state.source(key);
      }
    }
    return List.of();
  }

  private static List<String> text(Expr text, Frame frame) {
    if (text instanceof Expr.Literal literal && literal.value() instanceof String said) {
      return List.of(said);
    }
    if (text instanceof Expr.Binary sum) {
      return text(sum.left(), frame);
    }
    if (frame.body().symbolOf(text) instanceof FieldSymbol field && field.isFinal()) {
      @Nullable Expr written = field.initializer();
      return field.constant() instanceof String said
          ? List.of(said)
          : written == null ? List.of() : text(written, frame);
    }
    @Nullable Object key = Paths.key(text, frame.body());
    return key == null ? List.of() : frame.get(key, Value.NOTHING).strings();
  }
}
