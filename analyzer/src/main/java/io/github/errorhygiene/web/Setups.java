package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Registration;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds what a program registers with a framework, by running the methods that do so: the outermost
 * ones, so that helpers run with the arguments that they are really given.
 */
final class Setups {
  private static final List<Value> GIVEN = Collections.nCopies(4, Value.GIVEN);

  private final Project project;
  private final RouteRows rows;
  private final SortedSet<String> packages;

  private Setups(Project project, RouteRows rows) {
    this.project = project;
    this.rows = rows;
    this.packages = rows.packages();
  }

  static List<Registration> of(Project project, RouteRows rows) {
    return new Setups(project, rows).all();
  }

  /** What one method registers when it runs, and where that is written. */
  private record Run(MethodSymbol method, List<Registration> registrations, Set<Site> sites) {}

  private List<Registration> all() {
    List<Run> runs = new ArrayList<>();
    for (MethodSymbol method : outermostFirst()) {
      runs.addAll(runs(method));
    }
    List<Registration> found = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (!isPartOfAnother(runs, i)) {
        found.addAll(runs.get(i).registrations());
      }
    }
    return found.stream().distinct().toList();
  }

  /** The methods that register something, and those that call them. */
  private List<MethodSymbol> outermostFirst() {
    Set<Unit> using = unitsThatMayRegister();
    List<MethodSymbol> candidates = new ArrayList<>();
    for (TypeSymbol type : using.isEmpty() ? List.<TypeSymbol>of() : project.sourceTypes()) {
      if (using.contains(type.unit())) {
        type.methods().stream().filter(MethodSymbol::hasBody).forEach(candidates::add);
      }
    }
    Set<MethodSymbol> found = new LinkedHashSet<>();
    candidates.stream().filter(this::registers).forEach(found::add);
    for (int before = -1; before < found.size(); ) {
      before = found.size();
      candidates.stream().filter(method -> calls(method, found)).forEach(found::add);
    }
    List<MethodSymbol> outermostFirst = new ArrayList<>(found);
    Collections.reverse(outermostFirst);
    return outermostFirst;
  }

  private boolean calls(MethodSymbol method, Set<MethodSymbol> any) {
    return project.program().body(method).called().stream().anyMatch(any::contains);
  }

  private Set<Unit> unitsThatMayRegister() {
    Set<Unit> using = Collections.newSetFromMap(new IdentityHashMap<>());
    List<String> imported = packages.stream().filter(project::imports).toList();
    for (Unit unit : imported.isEmpty() ? List.<Unit>of() : project.units()) {
      if (imports(unit, imported)) {
        using.add(unit);
      }
    }
    return using;
  }

  private static boolean imports(Unit unit, List<String> packages) {
    for (Import each : unit.imports()) {
      for (String name : packages) {
        if (each.isBelow(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean registers(MethodSymbol method) {
    Body body = project.program().body(method);
    return body.called().stream().anyMatch(this::isRegistration)
        || body.unresolvedCalls().stream().anyMatch(call -> rows.speakOf(call.name()));
  }

  private boolean isRegistration(MethodSymbol called) {
    return rows.speakOf(project.program().supertypes(called.owner().name()), called.name());
  }

  private List<Run> runs(MethodSymbol method) {
    TypeSymbol type = method.owner();
    List<TypeSymbol> types =
        type.isAbstract() && !method.isStatic()
            ? project.sourceSubtypes(type.name()).stream()
                .filter(each -> !each.isAbstract())
                .toList()
            : List.of(type);
    List<Run> runs = new ArrayList<>();
    for (TypeSymbol each : types) {
      List<Registration> registrations = registrations(method, each);
      Set<Site> sites = new TreeSet<>();
      registrations.forEach(registration -> collect(registration, sites));
      runs.add(new Run(method, registrations, sites));
    }
    return runs;
  }

  /** Also of the functions that it returns: configurators that a container runs. */
  private List<Registration> registrations(MethodSymbol method, TypeSymbol type) {
    Summary summary = project.engine().run(method, type);
    List<Registration> found = new ArrayList<>(summary.registrations());
    for (Function function : summary.returned().functions()) {
      found.addAll(project.engine().summary(function, GIVEN).registrations());
    }
    return found.stream().distinct().toList();
  }

  private static void collect(Registration registration, Set<Site> sites) {
    sites.add(registration.site());
    registration.inside().forEach(inner -> collect(inner, sites));
  }

  /** Of two methods that register at the same places the first one stands for both. */
  private static boolean isPartOfAnother(List<Run> runs, int index) {
    Run run = runs.get(index);
    for (int i = 0; i < runs.size(); i++) {
      Run other = runs.get(i);
      int more = other.sites().size() - run.sites().size();
      boolean outside = more > 0 || (more == 0 && i < index && other.method() != run.method());
      if (outside && other.sites().containsAll(run.sites())) {
        return true;
      }
    }
    return false;
  }
}
