package io.github.errorhygiene.proxy;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.escape.Proxies;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a container puts around methods: by annotations, by aspects and by interceptors. */
public final class ContainerProxies implements Proxies {
  private final AnnotationProxies annotations;
  private final Aspects aspects;
  private final Interceptors interceptors;
  private final Map<Key, List<Around>> known = new HashMap<>();

  private record Key(TypeSymbol type, MethodSymbol method) {}

  /**
   * The proxies of a program.
   *
   * @param ruledOut types of which the running application has no objects
   * @param handles whether the methods of a type handle requests, so that a web framework's adapter
   *     says itself what keeps them from running
   * @param imports whether a source imports something whose name starts so
   */
  public ContainerProxies(
      Program program,
      Catalogue catalogue,
      Predicate<TypeSymbol> ruledOut,
      Predicate<TypeSymbol> handles,
      Predicate<String> imports) {
    Found found = new Found(program);
    Beans beans = new Beans(program, found, ruledOut);
    this.annotations = new AnnotationProxies(program, found, catalogue.proxies(), handles, imports);
    this.aspects = new Aspects(program, found, beans);
    this.interceptors = new Interceptors(program, found);
  }

  /** One thing around a method, with where it stands among others: the least is outermost. */
  record Placed(int order, Around around) {}

  @Override
  public List<Around> around(TypeSymbol type, MethodSymbol method) {
    Key key = new Key(type, method);
    List<Around> around = known.get(key);
    if (around == null) {
      around = find(type, method);
      known.put(key, around);
    }
    return around;
  }

  private List<Around> find(TypeSymbol type, MethodSymbol method) {
    List<Placed> placed = new ArrayList<>(annotations.around(type, method));
    placed.addAll(aspects.around(type, method));
    placed.addAll(interceptors.around(type, method));
    List<Around> around =
        new ArrayList<>(
            placed.stream()
                .sorted(Comparator.comparingInt(Placed::order))
                .map(Placed::around)
                .toList());
    List<Around> checks =
        around.stream().filter(Around.OnlyDeclared.class::isInstance).distinct().toList();
    around.removeIf(Around.OnlyDeclared.class::isInstance);
    around.addAll(0, checks);
    if (around.size() > checks.size()) {
      around.addAll(checks);
    }
    return List.copyOf(around);
  }

  /** Pointcuts that could not be read. */
  public List<Gap> gaps() {
    return aspects.gaps();
  }
}
