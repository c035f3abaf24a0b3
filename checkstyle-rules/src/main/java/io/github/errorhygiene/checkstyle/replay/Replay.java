package io.github.errorhygiene.checkstyle.replay;

import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.rule.Finding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the findings of whole trees file by file, during one run of one check. */
final class Replay {
  private final Settings settings;
  private final Analyses analyses;
  private final Map<SourceTree, Findings> found = new LinkedHashMap<>();

  Replay(Settings settings, Analyses analyses) {
    this.settings = settings;
    this.analyses = analyses;
  }

  /**
   * The findings of a rule in a file whose text is known, by place.
   *
   * @throws InputException if the user made a mistake, such as in the policy file
   */
  List<Finding> findings(String rule, Path file, String text) throws InputException {
    Path absolute = file.toAbsolutePath().normalize();
    SourceTree tree = tree(absolute, text);
    Findings known = found.get(tree);
    if (known == null) {
      known = analyses.of(tree, settings);
      found.put(tree, known);
    }
    return known.of(rule, absolute);
  }

  private SourceTree tree(Path file, String text) {
    return found.keySet().stream()
        .filter(each -> each.covers(file))
        .findFirst()
        .orElseGet(() -> SourceTree.of(file, text, settings.projectRoot()));
  }
}
