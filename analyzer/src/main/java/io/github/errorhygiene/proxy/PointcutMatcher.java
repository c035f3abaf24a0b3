package io.github.errorhygiene.proxy;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether pointcuts select methods; {@code UNKNOWN} for what is not understood. */
final class PointcutMatcher {
  private static final String POINTCUT = "org.aspectj.lang.annotation.Pointcut";
  private static final int DEEPEST = 12;

  private final Program program;
  private final Beans beans;
  private final TypePattern types;

  PointcutMatcher(Program program, Beans beans) {
    this.program = program;
    this.beans = beans;
    this.types = new TypePattern(program);
  }

  /**
   * Whether a pointcut selects a method.
   *
   * @param at the method that the pointcut is written at
   * @param type the class of the object
   */
  Certainty matches(Pointcut pointcut, MethodSymbol at, TypeSymbol type, MethodSymbol method) {
    return new Question(at, type, method, 0).ask(pointcut);
  }

  private final class Question {
    private final MethodSymbol at;
    private final TypeSymbol type;
    private final MethodSymbol method;
    private final int depth;

    Question(MethodSymbol at, TypeSymbol type, MethodSymbol method, int depth) {
      this.at = at;
      this.type = type;
      this.method = method;
      this.depth = depth;
    }

    Certainty ask(Pointcut pointcut) {
      if (pointcut instanceof Pointcut.And and) {
        List<Certainty> parts = and.parts().stream().map(this::ask).toList();
        return parts.contains(Certainty.NO) ? Certainty.NO : allOf(parts);
      }
      if (pointcut instanceof Pointcut.Or or) {
        List<Certainty> parts = or.parts().stream().map(this::ask).toList();
        return parts.contains(Certainty.YES)
            ? Certainty.YES
            : parts.contains(Certainty.UNKNOWN) ? Certainty.UNKNOWN : Certainty.NO;
      }
      if (pointcut instanceof Pointcut.Not not) {
        Certainty part = ask(not.part());
        return part == Certainty.UNKNOWN ? part : Certainty.of(part == Certainty.NO);
      }
      return pointcut instanceof Pointcut.Primitive primitive
          ? primitive(primitive.name(), primitive.argument())
          : Certainty.UNKNOWN;
    }

    private static Certainty allOf(List<Certainty> parts) {
      return parts.contains(Certainty.UNKNOWN) ? Certainty.UNKNOWN : Certainty.YES;
    }

    private Certainty primitive(String name, String argument) {
      return switch (name) {
        case "execution" -> {
          ExecutionPattern pattern = ExecutionPattern.parse(argument);
          yield pattern == null
              ? Certainty.UNKNOWN
              : Certainty.of(pattern.matches(method, program));
        }
        case "within" -> Certainty.of(types.matches(argument, method.owner().name()));
        case "@within" -> annotated(method.owner().annotations(), argument);
        case "@target" -> annotated(type.annotations(), argument);
        case "@annotation" -> annotated(method.annotations(), argument);
        case "target", "this" -> Certainty.of(types.matches(bound(argument) + "+", type.name()));
        case "args" -> Certainty.of(takes(argument));
        case "bean" ->
            Certainty.of(TypePattern.regex(argument).matcher(beans.name(type)).matches());
        default -> referred(name);
      };
    }

    private Certainty annotated(List<AnnotationSymbol> annotations, String argument) {
      return Certainty.of(TypePattern.has(annotations, bound(argument)));
    }

    /** The type of the parameter with that name, or the name itself. */
    private String bound(String name) {
      int index = at.parameterNames().indexOf(name);
      return index < 0 ? name : at.parameterTypes().get(index).erasure();
    }

    /** The arguments may be of the types asked for. */
    private boolean takes(String argument) {
      List<String> asked = argument.isEmpty() ? List.of() : List.of(argument.split("\\s*,\\s*"));
      boolean open = asked.contains("..");
      int count = method.parameterTypes().size();
      if (open ? asked.size() - 1 > count : asked.size() != count) {
        return false;
      }
      return open || Stream.iterate(0, i -> i < count, i -> i + 1).allMatch(i -> mayBe(asked, i));
    }

    private boolean mayBe(List<String> asked, int index) {
      String wanted = bound(asked.get(index));
      String given = method.parameterTypes().get(index).erasure();
      return types.matches(wanted + "+", given)
          || program.supertypes(wanted).contains(given)
          || given.equals("java.lang.Object");
    }

    private Certainty referred(String name) {
      MethodSymbol named = depth > DEEPEST ? null : find(name);
      AnnotationSymbol pointcut = named == null ? null : named.annotation(POINTCUT);
      if (named == null || pointcut == null) {
        return Certainty.UNKNOWN;
      }
      String text = String.join("", pointcut.strings("value"));
      return new Question(named, type, method, depth + 1).ask(PointcutParser.parse(text));
    }

    /** In the aspect itself, or in the class that is named. */
    private @Nullable MethodSymbol find(String name) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return find(at.owner(), name);
      }
      String owner = name.substring(0, dot);
      return program.sourceTypes().stream()
          .filter(each -> TypePattern.named(owner, each.name()))
          .map(each -> find(each, name.substring(dot + 1)))
          .filter(each -> each != null)
          .findFirst()
          .orElse(null);
    }

    private @Nullable MethodSymbol find(TypeSymbol owner, String name) {
      return program.allMethods(owner).stream()
          .filter(each -> each.name().equals(name) && each.annotation(POINTCUT) != null)
          .findFirst()
          .orElse(null);
    }
  }
}
