package io.github.errorhygiene.proxy;

import io.github.errorhygiene.catalogue.Likelihood;
import io.github.errorhygiene.catalogue.ProxyRow;
import io.github.errorhygiene.catalogue.Repeats;
import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.escape.Enabled;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.proxy.ContainerProxies.Placed;
import io.github.errorhygiene.unit.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the catalogue says of annotations. */
final class AnnotationProxies {
  private static final String THROWABLE = "java.lang.Throwable";

  /**
   * What spring-retry throws if a class has recoveries and none fits
   * (RecoverAnnotationRecoveryHandler).
   */
  private static final String EXHAUSTED = "org.springframework.retry.ExhaustedRetryException";

  private final Program program;
  private final Found found;
  private final List<ProxyRow> rows;
  private final Predicate<TypeSymbol> handles;

  AnnotationProxies(
      Program program,
      Found found,
      List<ProxyRow> rows,
      Predicate<TypeSymbol> handles,
      Predicate<String> imports) {
    this.program = program;
    this.found = found;
    Enabled enabled = new Enabled(program);
    this.rows =
        rows.stream()
            .filter(row -> row.imports() == null || imports.test(row.imports()))
            .filter(row -> !enabled.isOff(row))
            .toList();
    this.handles = handles;
  }

  /** What is around a method of an object of a type, outermost first for each annotation. */
  List<Placed> around(TypeSymbol type, MethodSymbol method) {
    List<Placed> around = new ArrayList<>();
    for (ProxyRow row : rows) {
      AnnotationSymbol onMethod = found.onMethod(method, row.annotation());
      AnnotationSymbol used = onMethod == null ? found.onType(type, row.annotation()) : onMethod;
      if (used != null) {
        of(row, used, type, method).forEach(each -> around.add(new Placed(row.order(), each)));
      }
    }
    return around;
  }

  private List<Around> of(
      ProxyRow row, AnnotationSymbol used, TypeSymbol type, MethodSymbol method) {
    boolean said = row.guard() && handles.test(type);
    boolean guards = !said && (row.parameters().isEmpty() || constrains(row, method));
    List<Around> around = new ArrayList<>();
    if (row.onlyDeclared() != null && (row.parameters().isEmpty() || guards)) {
      around.add(new Around.OnlyDeclared(row.onlyDeclared()));
    }
    if (row.detached()) {
      around.add(new Around.Detached());
    }
    Around recovers = recovers(row, used, type, method);
    if (recovers != null) {
      around.add(recovers);
    }
    Around repeats = repeats(row, used, type, method);
    if (repeats != null) {
      around.add(repeats);
    }
    if (!row.thrown().isEmpty() && guards) {
      String by = "@" + row.annotation().substring(row.annotation().lastIndexOf('.') + 1);
      boolean likely = row.likelihood() != Likelihood.POSSIBLE;
      around.add(new Around.Raises(row.thrown(), by, row.mode(), row.depends(), likely));
    }
    return around;
  }

  private @Nullable Around repeats(
      ProxyRow row, AnnotationSymbol used, TypeSymbol type, MethodSymbol method) {
    @Nullable Repeats repeats = row.repeats();
    return repeats == null || repeats.unless().stream().anyMatch(each -> has(type, method, each))
        ? null
        : Repetition.of(repeats, used);
  }

  private boolean has(TypeSymbol type, MethodSymbol method, String annotation) {
    return found.onMethod(method, annotation) != null || found.onType(type, annotation) != null;
  }

  private boolean constrains(ProxyRow row, MethodSymbol method) {
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      for (AnnotationSymbol annotation : annotations(method, i)) {
        TypeSymbol declared = program.type(annotation.type());
        boolean direct = row.parameters().contains(annotation.type());
        if (direct || (declared != null && hasOne(declared, row.parameters()))) {
          return true;
        }
      }
    }
    return false;
  }

  private List<AnnotationSymbol> annotations(MethodSymbol method, int index) {
    List<AnnotationSymbol> all = new ArrayList<>(method.parameterAnnotations(index));
    program.overridden(method).forEach(each -> all.addAll(each.parameterAnnotations(index)));
    return all;
  }

  private boolean hasOne(TypeSymbol annotation, List<String> types) {
    return types.stream().anyMatch(type -> found.on(annotation, type) != null);
  }

  private @Nullable Around recovers(
      ProxyRow row, AnnotationSymbol used, TypeSymbol type, MethodSymbol method) {
    List<Around.Recovery> ways = new ArrayList<>();
    List<String> names = row.fallback().stream().flatMap(m -> used.strings(m).stream()).toList();
    for (MethodSymbol candidate : program.allMethods(type)) {
      boolean named = names.contains(candidate.name()) && takes(candidate, method);
      boolean marked = row.recover() != null && found.onMethod(candidate, row.recover()) != null;
      if (candidate.hasBody() && (named || (marked && returns(candidate, method)))) {
        ways.add(recovery(type, candidate));
      }
    }
    for (String member : row.fallbackClass()) {
      used.types(member).forEach(named -> ways.addAll(inClass(named, names)));
    }
    List<String> only = row.only() == null ? List.of() : erasures(used, List.of(row.only()));
    return ways.isEmpty()
        ? null
        : new Around.Recovers(
            ways,
            only,
            erasures(used, row.except()),
            row.recover() == null ? null : EXHAUSTED,
            row.awaits());
  }

  static List<String> erasures(AnnotationSymbol used, List<String> members) {
    return members.stream()
        .flatMap(member -> used.types(member).stream())
        .map(Type::erasure)
        .toList();
  }

  private List<Around.Recovery> inClass(Type named, List<String> names) {
    TypeSymbol type = program.type(named.erasure());
    if (type == null || !type.isSource()) {
      return List.of();
    }
    return program.allMethods(type).stream()
        .filter(method -> method.hasBody() && !method.isConstructor())
        .filter(
            method ->
                names.isEmpty() ? method.name().equals("handle") : names.contains(method.name()))
        .map(method -> recovery(type, method))
        .toList();
  }

  private Around.Recovery recovery(TypeSymbol type, MethodSymbol method) {
    String exception =
        method.parameterTypes().stream()
            .map(Type::erasure)
            .filter(this::isThrowable)
            .findFirst()
            .orElse(THROWABLE);
    return new Around.Recovery(exception, type, method);
  }

  private boolean isThrowable(String type) {
    return program.isSubtype(type, THROWABLE) == Certainty.YES;
  }

  /** Its parameters are those of the method, or none, and at most an exception. */
  private boolean takes(MethodSymbol fallback, MethodSymbol method) {
    List<String> given =
        fallback.parameterTypes().stream()
            .map(Type::erasure)
            .filter(type -> !isThrowable(type))
            .toList();
    return fallback != method
        && (given.isEmpty() || given.size() == method.parameterTypes().size());
  }

  private static boolean returns(MethodSymbol recover, MethodSymbol method) {
    return recover.returnType().erasure().equals(method.returnType().erasure());
  }
}
