package io.github.errorhygiene.suggest;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.remedy.Code;
import io.github.errorhygiene.remedy.OwnPackages;
import io.github.errorhygiene.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mends faults where they arise, and keeps what the analysis then does not find any more. */
final class Mends {
  /** An analysis each: of what is used in one expression, more than two may rarely be absent. */
  private static final int MOST_ROUNDS = 4;

  private final AnalysisRequest request;
  private final Progress progress;
  private final Texts texts;
  private final Map<Fault, List<Edit>> candidates = new LinkedHashMap<>();
  private final Map<Fault, Edit> kept = new LinkedHashMap<>();
  private final List<Module> modules;

  private Mends(AnalysisRequest request, Progress progress, Application application) {
    this.request = request;
    this.progress = progress;
    this.texts = new Texts(request.root(), Map.of());
    this.modules = Module.of(application);
    for (Module module : modules) {
      Code code = new Code(module.kit(), application.traits(), OwnPackages.of(application));
      Guards guards = new Guards(module, texts, code);
      Rethrows rethrows = new Rethrows(texts, code);
      ClauseCopies copies = new ClauseCopies(module, texts);
      for (Fault fault : Fault.of(application, module, texts)) {
        candidates.put(
            fault,
            switch (fault.kind()) {
              case ABSENT -> guards.of(fault);
              case VAGUE -> rethrows.of(fault).stream().toList();
              case ALIKE -> copies.of(fault).stream().toList();
            });
      }
    }
  }

  /** The texts of the files that are changed; empty if nothing can be mended so. */
  static Map<String, String> of(AnalysisRequest request, Progress progress, Report before)
      throws InputException {
    Mends mends = new Mends(request, progress, before.application());
    for (int round = 0; round < MOST_ROUNDS && mends.mayTry(round); round++) {
      mends.attempt(round);
    }
    return new Edits(mends.kept.values()).applied(mends.texts);
  }

  private boolean mayTry(int round) {
    return candidates.entrySet().stream()
        .anyMatch(each -> !kept.containsKey(each.getKey()) && each.getValue().size() > round);
  }

  private void attempt(int round) throws InputException {
    Map<Fault, Edit> tried = new LinkedHashMap<>();
    candidates.forEach(
        (fault, edits) -> {
          if (!kept.containsKey(fault) && edits.size() > round) {
            tried.put(fault, edits.get(round));
          }
        });
    List<Edit> all = new ArrayList<>(kept.values());
    all.addAll(tried.values());
    Map<String, String> changed = new Edits(all).applied(texts);
    Report report = Analysis.run(request, progress, changed);
    Texts after = new Texts(request.root(), changed);
    List<Fault> left = new ArrayList<>();
    modules.forEach(module -> left.addAll(Fault.of(report.application(), module, after)));
    List<Fault> before = List.copyOf(candidates.keySet());
    List<Fault> created = left.stream().filter(fault -> !fault.isAmong(before)).toList();
    tried.forEach(
        (fault, edit) -> {
          if (!fault.isAmong(left) && created.stream().noneMatch(fault::isLike)) {
            kept.put(fault, edit);
          }
        });
  }
}
