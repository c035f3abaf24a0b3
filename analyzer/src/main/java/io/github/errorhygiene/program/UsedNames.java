package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of methods, fields and variables that the sources use, whosever they are. What is
 * called on a request, by its name or as a member of one, or an upload is there as {@code
 * request.name} as well, and class literals as {@code Name.class}.
 */
final class UsedNames {
  private static final Pattern REQUESTS =
      Pattern.compile("(?i).*(req|ctx|context|super|part|file|upload|item).*");
  private final Set<String> names = new HashSet<>();

  /** Calls that ask whether something is there; met before the calls themselves. */
  private final Set<Expr> questions = Collections.newSetFromMap(new IdentityHashMap<>());

  UsedNames(Iterable<SourceType> types) {
    for (SourceType type : types) {
      CreatedTypes.forEachRoot(type.declaration(), root -> NestedNodes.all(root, this::add));
    }
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  private void add(Object node) {
    if (node instanceof Expr.Binary compared) {
      addQuestion(compared.left(), compared.right());
      addQuestion(compared.right(), compared.left());
    } else if (node instanceof Expr.Call call) {
      names.add(call.name());
      if (isRequest(call.receiver()) && !questions.contains(call)) {
        names.add("request." + call.name());
      }
    } else if (node instanceof Expr.Select select) {
      names.add(select.name());
    } else if (node instanceof Expr.Name name) {
      names.add(name.name());
    } else if (node instanceof Expr.New creation) {
      names.add(creation.type().name());
    } else if (node instanceof Expr.ClassLiteral literal) {
      String name = literal.type().name();
      names.add(name.substring(name.lastIndexOf('.') + 1) + ".class");
    }
  }

  /** Whether there is one at all is no question of how long it is. */
  private void addQuestion(Expr asked, Expr compared) {
    boolean small =
        compared instanceof Expr.Unary
            || (compared instanceof Expr.Literal literal
                && (literal.value() == null
                    || (literal.value() instanceof Number number && number.longValue() <= 1)));
    if (small && asked instanceof Expr.Call) {
      questions.add(asked);
    }
  }

  private static boolean isRequest(@Nullable Expr receiver) {
    if (receiver instanceof Expr.Name name) {
      return REQUESTS.matcher(name.name()).matches();
    }
    if (receiver instanceof Expr.Call call) {
      return REQUESTS.matcher(call.name()).matches();
    }
    return receiver == null || receiver instanceof Expr.This;
  }
}
