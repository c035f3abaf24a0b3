package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of methods, fields and variables that the sources use, whosever they are. What is
 * called on a request, by its name or as a member of one, or an upload is there as {@code
 * request.name} as well.
 */
final class UsedNames {
  private static final Pattern REQUESTS =
      Pattern.compile("(?i).*(req|ctx|context|super|part|file|upload|item).*");
  private final Set<String> names = new HashSet<>();

  UsedNames(Iterable<SourceType> types) {
    for (SourceType type : types) {
      CreatedTypes.forEachRoot(type.declaration(), root -> NestedNodes.all(root, this::add));
    }
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  private void add(Object node) {
    if (node instanceof Expr.Call call) {
      names.add(call.name());
      if (isRequest(call.receiver())) {
        names.add("request." + call.name());
      }
    } else if (node instanceof Expr.Select select) {
      names.add(select.name());
    } else if (node instanceof Expr.Name name) {
      names.add(name.name());
    } else if (node instanceof Expr.New creation) {
      names.add(creation.type().name());
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
