package io.github.errorhygiene.analysis;

import io.github.errorhygiene.cache.UnitCache;
import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.jaxrs.ResourceClasses;
import io.github.errorhygiene.openapi.GeneratedCode;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.proxy.ContainerProxies;
import io.github.errorhygiene.report.Health;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.servlet.ContainerVersion;
import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.PlacedProperties;
import io.github.errorhygiene.source.SourceFiles;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.spring.Controllers;
import io.github.errorhygiene.spring.ErrorSettings;
import io.github.errorhygiene.spring.Profiles;
import io.github.errorhygiene.spring.RepositoryTranslation;
import io.github.errorhygiene.spring.SpringVersion;
import io.github.errorhygiene.spring.UnreadBases;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Unit;
import io.github.errorhygiene.web.ContractBuilder;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.FrameworkCalls;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The whole way from sources to verdicts. */
public final class Analysis {
  /** Bytes. The evaluation recurses as deep as the program's calls do. */
  private static final long STACK_SIZE = 1L << 30;

  private final AnalysisRequest request;
  private final Policy policy;
  private final Progress progress;
  private final Map<String, String> texts;
  private final FileTree tree;

  private Analysis(
      AnalysisRequest request, Policy policy, Progress progress, Map<String, String> texts) {
    this.request = request;
    this.policy = policy;
    this.progress = progress;
    this.texts = texts;
    this.tree = new FileTree(request.root());
  }

  /**
   * Analyses; never throws for bad source, broken jars or missing types: they become gaps of the
   * report.
   *
   * @throws InputException if the root or a named source does not exist or is of the wrong kind, or
   *     the policy file cannot be read; the message says which and what to do
   */
  public static Report run(AnalysisRequest request, Progress progress) throws InputException {
    return run(request, progress, Map.of());
  }

  /**
   * Analyses as if these source files had these texts, whether or not they exist.
   *
   * @param texts by path relative to the root, with {@code /}
   * @throws InputException as {@link #run(AnalysisRequest, Progress)}
   */
  public static Report run(AnalysisRequest request, Progress progress, Map<String, String> texts)
      throws InputException {
    Inputs.check(request);
    Policy policy = Policies.of(request);
    return DeepStack.call(STACK_SIZE, new Analysis(request, policy, progress, texts)::report);
  }

  private Report report() {
    SourceFiles files = SourceFiles.find(tree, request.sources());
    int total = files.files().size();
    progress.at("reading", 0, total);
    UnitCache cache = Caches.open(request);
    Earlier earlier = texts.isEmpty() ? Earlier.of(request, policy, cache, tree) : null;
    Result known = earlier == null ? null : earlier.result(files.files(), policy.terms());
    if (known != null) {
      progress.at("reading", total, total);
      Verdict verdict = known.verdict();
      return report(
          files, known.outcome(), verdict == null ? Verdict.of(known.outcome(), policy) : verdict);
    }
    List<Unit> units =
        SourceReader.read(
            files.files(), request.threads(), cache, done -> progress.at("reading", done, total));
    Evaluation evaluation = evaluate(texts.isEmpty() ? units : replaced(units));
    Verdict verdict = Verdict.of(evaluation.outcome(), policy);
    if (earlier != null) {
      earlier.keep(evaluation, verdict);
    }
    if (texts.isEmpty()) {
      cache.save();
    }
    return report(files, evaluation.outcome(), verdict);
  }

  private List<Unit> replaced(List<Unit> units) {
    List<Unit> replaced = new ArrayList<>(units);
    replaced.removeIf(unit -> texts.containsKey(unit.path()));
    texts.forEach((path, text) -> replaced.add(SourceReader.lower(path, text)));
    replaced.sort(Comparator.comparing(Unit::path));
    return replaced;
  }

  private Evaluation evaluate(List<Unit> units) {
    try (ClassPath classPath = ClassPath.of(request.classPath())) {
      return evaluate(units, classPath);
    }
  }

  private Evaluation evaluate(List<Unit> units, ClassPath classPath) {
    progress.at("evaluating", 0, 0);
    Beside beside = Beside.of(tree);
    List<Unit> all = new ArrayList<>(units);
    all.addAll(GeneratedCode.of(units, name -> classPath.origin(name) != null, beside.documents()));
    Evaluation joined =
        Evaluation.joined(
            Parts.of(all).stream().map(part -> evaluatePart(part, beside, classPath)).toList());
    Outcome outcome = joined.outcome();
    List<Gap> evaluation = new ArrayList<>(classPath.gaps());
    evaluation.addAll(outcome.evaluation());
    return joined.with(
        outcome
            .with(settled(outcome.application()), evaluation)
            .with(units.stream().map(Outcome.Source::of).toList()));
  }

  private Evaluation evaluatePart(List<Unit> units, Beside beside, ClassPath classPath) {
    Predicate<String> given = type -> classPath.origin(type) == ClassPath.Origin.GIVEN;
    SpringVersion version = SpringVersion.of(given, units);
    Map<String, String> libraries = new TreeMap<>(version.libraries());
    libraries.putAll(ContainerVersion.of(given, units));
    Catalogue catalogue = Catalogue.bundled().with(policy.rows()).at(libraries);
    Program program = Program.link(units, new Classes(classPath), catalogue::supertypes);
    Profiles profiles = new Profiles(beside.properties().values());
    ContainerProxies proxies =
        new ContainerProxies(
            program,
            catalogue,
            profiles,
            new Controllers(program).or(new ResourceClasses(program)),
            program::imports);
    Engine engine =
        new Engine(
            program,
            catalogue,
            new FrameworkCalls(Adapters.ALL, catalogue.boundaries()),
            profiles,
            new RepositoryTranslation(program, version),
            proxies,
            beside.schema());
    Project project =
        new Project(
            program,
            engine,
            catalogue,
            given,
            units,
            beside.properties().values(),
            beside.properties()::valuesIn,
            beside.documents()::documents,
            beside.descriptors()::descriptors,
            beside.templates(),
            beside.settings()::values,
            beside.buildFiles()::naming,
            policy.expectations(),
            policy.asksForDocumentation(),
            "",
            type -> true,
            file -> true);
    List<Framework> frameworks =
        Adapters.ALL.stream().flatMap(adapter -> adapter.in(project).stream()).toList();
    Application application = policy.leaveOut().from(ContractBuilder.build(frameworks, project));
    List<Gap> settings = new ArrayList<>(beside.gaps());
    settings.addAll(proxies.gaps());
    settings.addAll(UnreadBases.of(program));
    Outcome outcome =
        new Outcome(
            application,
            settings,
            CallGaps.of(engine.census()),
            engine.census().calls(),
            engine.census().unresolved().size(),
            units.stream().map(Outcome.Source::of).toList());
    return new Evaluation(outcome, Looked.at(units, program));
  }

  /** Boot reads its files only where Spring answers. */
  private Application settled(Application application) {
    Application named = application.unnamedIfAlone();
    return named.framework().contains("Spring")
        ? named.with(ErrorSettings.of(PlacedProperties.find(tree)))
        : named;
  }

  private Report report(SourceFiles files, Outcome outcome, Verdict verdict) {
    return new Report(
        request.name(),
        request.root(),
        health(files, outcome, verdict.gaps()),
        outcome.application(),
        verdict.findings(),
        verdict.suppressed());
  }

  private Health health(SourceFiles files, Outcome outcome, List<Gap> suppressions) {
    List<Gap> gaps = new ArrayList<>(files.gaps());
    gaps.addAll(outcome.settings());
    gaps.addAll(suppressions);
    outcome.files().forEach(file -> gaps.addAll(file.gaps()));
    gaps.addAll(outcome.evaluation());
    gaps.sort(
        Comparator.comparing(Gap::file).thenComparing(Gap::position).thenComparing(Gap::message));
    return new Health(
        outcome.files().size(),
        (int) outcome.files().stream().filter(file -> !file.gaps().isEmpty()).count(),
        outcome.files().stream().mapToInt(Outcome.Source::lines).sum(),
        outcome.calls(),
        outcome.unresolved(),
        !request.classPath().isEmpty(),
        gaps);
  }
}
