package io.github.errorhygiene.suggest;

import io.github.errorhygiene.rule.Finding;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a project should change.
 *
 * @param patch a unified diff with paths relative to the root, after a text for people; without
 *     changes the text alone
 * @param texts the new texts of the files that the patch changes or adds, by path
 * @param findings the project's headline findings without the patch
 * @param left those that the project has with it
 */
public record Suggestion(
    String patch, SortedMap<String, String> texts, List<Finding> findings, List<Finding> left) {
  public Suggestion {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    findings = List.copyOf(findings);
    left = List.copyOf(left);
  }

  /** The text for people. */
  public String summary() {
    return patch
        .lines()
        .takeWhile(line -> !line.startsWith("diff "))
        .collect(Collectors.joining("\n"))
        .strip();
  }
}
