package io.github.errorhygiene.proxy;

import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in {@code execution(…)}: {@code public * com.acme..*Service.find*(String, ..)}.
 *
 * @param annotations that the method must have
 * @param modifiers that it must have, or with {@code !} must not
 * @param declaring pattern of the declaring type; empty for any
 * @param parameters patterns in order; {@code ..} for any number
 */
record ExecutionPattern(
    List<String> annotations,
    List<String> modifiers,
    String returns,
    String declaring,
    String name,
    List<String> parameters) {
  private static final Pattern SIGNATURE =
      Pattern.compile("(.+?)\\s*\\(([^()]*)\\)(?:\\s*throws\\s.*)?", Pattern.DOTALL);

  /** Null if it cannot be read. */
  static @Nullable ExecutionPattern parse(String text) {
    Matcher matcher = SIGNATURE.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    List<String> words = List.of(matcher.group(1).strip().split("\\s+"));
    int last = words.size() - 1;
    if (last < 1) {
      return null;
    }
    String member = words.get(last);
    int dot = member.lastIndexOf('.');
    String declaring = dot < 0 ? "" : member.substring(0, dot);
    List<String> before = words.subList(0, last - 1);
    String parameters = matcher.group(2).strip();
    return new ExecutionPattern(
        before.stream().filter(w -> w.startsWith("@")).map(w -> w.substring(1)).toList(),
        before.stream().filter(w -> !w.startsWith("@")).toList(),
        words.get(last - 1),
        declaring.endsWith(".") ? declaring + ".*" : declaring,
        member.substring(dot + 1),
        parameters.isEmpty()
            ? List.of()
            : Arrays.stream(parameters.split(",", -1)).map(String::strip).toList());
  }

  boolean matches(MethodSymbol method, Program program) {
    TypePattern types = new TypePattern(program);
    return TypePattern.regex(name).matcher(method.name()).matches()
        && modifiers.stream().allMatch(word -> has(word, method.modifiers()))
        && annotations.stream().allMatch(word -> TypePattern.has(method.annotations(), word))
        && types.matches(returns, method.returnType().erasure())
        && declares(method, program, types)
        && takes(method, types);
  }

  private static boolean has(String word, int modifiers) {
    boolean not = word.startsWith("!");
    List<String> present = Arrays.asList(Modifier.toString(modifiers).split(" ", -1));
    return present.contains(not ? word.substring(1) : word) != not;
  }

  /** The type that declares it, or one that declares what it overrides. */
  private boolean declares(MethodSymbol method, Program program, TypePattern types) {
    return declaring.isEmpty()
        || Stream.concat(Stream.of(method), program.overridden(method).stream())
            .anyMatch(each -> types.matches(declaring, each.owner().name()));
  }

  private boolean takes(MethodSymbol method, TypePattern types) {
    List<String> given = method.parameterTypes().stream().map(Type::erasure).toList();
    return takes(parameters, given, types);
  }

  private static boolean takes(List<String> patterns, List<String> types, TypePattern match) {
    if (patterns.isEmpty()) {
      return types.isEmpty();
    }
    List<String> rest = patterns.subList(1, patterns.size());
    if (patterns.get(0).equals("..")) {
      return takes(rest, types, match)
          || (!types.isEmpty() && takes(patterns, types.subList(1, types.size()), match));
    }
    return !types.isEmpty()
        && match.matches(patterns.get(0), types.get(0))
        && takes(rest, types.subList(1, types.size()), match);
  }
}
