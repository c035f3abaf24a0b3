package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.AnswerRows;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RouteRows;
import java.util.List;
import java.util.function.Predicate;

/** Spring's two web stacks, 5.3 to 7.0, as Boot sets them up. */
public final class SpringAdapter implements Adapter {
  /** Spring MVC. */
  public static final SpringAdapter SERVLET = new SpringAdapter(false);

  /** Spring WebFlux. */
  public static final SpringAdapter REACTIVE = new SpringAdapter(true);

  private static final AnswerModel ANSWERS = AnswerRows.load(SpringMvc.class, "answers.yaml");

  /** The calls by which services set up interceptors and Spring Security. */
  static final RouteRows SETUP = RouteRows.load(SpringMvc.class, "setup.yaml");

  private final boolean reactive;

  private SpringAdapter(boolean reactive) {
    this.reactive = reactive;
  }

  @Override
  public RouteRows routes() {
    return SETUP.and(FunctionalRoutes.ROWS);
  }

  @Override
  public AnswerModel answers() {
    return ANSWERS;
  }

  @Override
  public List<Framework> in(Project project) {
    WebStack stack = new WebStack(project);
    Predicate<TypeSymbol> serves = reactive ? stack::isReactive : type -> !stack.isReactive(type);
    return in(project, SpringVersion.of(project.given(), project.units()), serves);
  }

  /**
   * The stack of each application that it serves anything of, of a version of the Spring Framework.
   *
   * @param serves whether handlers of that class are this stack's
   */
  List<Framework> in(Project project, SpringVersion version, Predicate<TypeSymbol> serves) {
    Program program = project.program();
    Merged merged = new Merged(program, new ContractFirst(program, project.documents()));
    boolean functional = FunctionalRoutes.ROWS.areUsedIn(project);
    List<TypeSymbol> controllers =
        project.sourceTypes().stream()
            .filter(type -> Mappings.isController(merged, type) && serves.test(type))
            .toList();
    return new Applications(program, merged)
        .parts().stream()
            .filter(part -> functional || controllers.stream().anyMatch(part.controllers()))
            .map(part -> stack(part.of(project), merged, version, serves.and(part.controllers())))
            .toList();
  }

  private Framework stack(
      Project project, Merged merged, SpringVersion version, Predicate<TypeSymbol> serves) {
    if (reactive) {
      AnswerReader reader = project.reader(Certainty.NO, SpringWebFlux.errorPage(project));
      return new SpringWebFlux(project, merged, reader, version, serves);
    }
    AnswerReader reader = project.reader(Certainty.NO, ErrorBody.page(project.properties()));
    return new SpringMvc(project, merged, reader, version, serves);
  }
}
