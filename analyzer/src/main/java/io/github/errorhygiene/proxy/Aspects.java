package io.github.errorhygiene.proxy;

import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.proxy.ContainerProxies.Placed;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The aspects of the application, as Spring's proxies run them (ReflectiveAspectJAdvisorFactory).
 */
final class Aspects {
  private static final String LANG = "org.aspectj.lang.annotation.";
  private static final String ORDER = "org.springframework.core.annotation.Order";
  private static final String WRAPPER = "java.lang.reflect.UndeclaredThrowableException";
  private static final int LOWEST = 1000;

  /** Annotations of advices, outermost first. */
  private static final Map<Around.When, String> KINDS = kinds();

  private final Program program;
  private final Found found;
  private final Beans beans;
  private final PointcutMatcher matcher;
  private final Set<Gap> gaps = new LinkedHashSet<>();
  private @Nullable List<Advised> advices;

  Aspects(Program program, Found found, Beans beans) {
    this.program = program;
    this.found = found;
    this.beans = beans;
    this.matcher = new PointcutMatcher(program, beans);
  }

  private static Map<Around.When, String> kinds() {
    Map<Around.When, String> kinds = new EnumMap<>(Around.When.class);
    kinds.put(Around.When.AROUND, LANG + "Around");
    kinds.put(Around.When.BEFORE, LANG + "Before");
    kinds.put(Around.When.AFTER, LANG + "After");
    kinds.put(Around.When.AFTER_RETURNING, LANG + "AfterReturning");
    kinds.put(Around.When.AFTER_THROWING, LANG + "AfterThrowing");
    return kinds;
  }

  /** An advice and where it applies. */
  private record Advised(int order, Around.Advice advice, Pointcut pointcut, Gap gap) {}

  /** What aspects put around a method of an object of a type. */
  List<Placed> around(TypeSymbol type, MethodSymbol method) {
    List<Placed> around = new ArrayList<>();
    boolean candidate =
        !advices().isEmpty() && beans.has(type) && type.annotation(LANG + "Aspect") == null;
    for (Advised advised : candidate ? advices() : List.<Advised>of()) {
      Certainty applies =
          matcher.matches(advised.pointcut(), advised.advice().method(), type, method);
      if (applies == Certainty.YES) {
        around.add(new Placed(advised.order(), new Around.OnlyDeclared(WRAPPER)));
        around.add(new Placed(advised.order(), advised.advice()));
      } else if (applies == Certainty.UNKNOWN) {
        gaps.add(advised.gap());
      }
    }
    return around;
  }

  List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  private List<Advised> advices() {
    List<Advised> known = advices;
    if (known == null) {
      known = new ArrayList<>();
      for (TypeSymbol type : program.sourceTypes()) {
        if (type.annotation(LANG + "Aspect") != null && !type.isAbstract() && beans.has(type)) {
          known.addAll(advices(type));
        }
      }
      known.sort(Comparator.comparingInt(Advised::order));
      advices = known;
    }
    return known;
  }

  private List<Advised> advices(TypeSymbol aspect) {
    AnnotationSymbol annotation = found.on(aspect, ORDER);
    Object value = annotation == null ? null : annotation.value("value");
    int order = value instanceof Integer number && number < LOWEST ? number : LOWEST;
    List<Advised> all = new ArrayList<>();
    KINDS.forEach(
        (when, name) -> {
          for (MethodSymbol method : program.allMethods(aspect)) {
            AnnotationSymbol used = method.annotation(name);
            if (used != null && method.hasBody()) {
              all.add(advised(order, when, aspect, method, used));
            }
          }
        });
    return all;
  }

  private static Advised advised(
      int order, Around.When when, TypeSymbol aspect, MethodSymbol method, AnnotationSymbol used) {
    String text = String.join("", used.strings("pointcut"));
    if (text.isEmpty()) {
      text = String.join("", used.strings("value"));
    }
    String outcome =
        String.join(
            "", used.strings(when == Around.When.AFTER_THROWING ? "throwing" : "returning"));
    Unit unit = aspect.unit();
    Gap gap =
        new Gap(
            Gap.Kind.UNRESOLVED,
            unit == null ? "" : unit.path(),
            used.position(),
            "the pointcut of " + method.signature() + " is not understood: " + text);
    Around.Advice advice = new Around.Advice(when, aspect, method, outcome);
    return new Advised(order, advice, PointcutParser.parse(text), gap);
  }
}
