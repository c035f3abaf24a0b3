package io.github.errorhygiene.suggest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Edits of files. Of two that touch each other the first one counts. */
final class Edits {
  private final SortedMap<String, List<Edit>> byPath;

  Edits(Collection<Edit> edits) {
    this.byPath =
        new TreeSet<>(edits)
            .stream().collect(Collectors.groupingBy(Edit::path, TreeMap::new, Collectors.toList()));
  }

  boolean isEmpty() {
    return byPath.isEmpty();
  }

  /** The changed files' texts. */
  Map<String, String> applied(Texts texts) {
    SortedMap<String, String> changed = new TreeMap<>();
    byPath.forEach(
        (path, edits) ->
            texts.original(path).ifPresent(text -> changed.put(path, applied(text, edits))));
    return changed;
  }

  private static String applied(String text, List<Edit> edits) {
    Imports imports = new Imports(text);
    StringBuilder changed = new StringBuilder();
    int from = 0;
    for (Edit edit : edits) {
      if (edit.offset() < from) {
        continue;
      }
      changed.append(text, from, edit.offset()).append(imports.shortened(edit.text()));
      from = edit.offset() + edit.length();
    }
    return imports.in(changed.append(text, from, text.length()).toString());
  }
}
