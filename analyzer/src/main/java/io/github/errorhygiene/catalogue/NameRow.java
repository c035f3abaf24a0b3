package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import java.util.List;

/**
 * What the words of an exception's own name say.
 *
 * @param words in order, capitalised as in camel case; each a word or alternatives {@code
 *     Exists|Exist}
 * @param at where in the name
 * @param modes what kind of failure such a name means
 * @param accepted further statuses that are defensible, ascending
 */
public record NameRow(List<String> words, At at, Modes modes, List<Integer> accepted) {
  /** Where the words stand in the name without its suffix ({@code Exception}, {@code Error}, …). */
  public enum At {
    START,
    /** At the end, or before a preposition: {@code UserNotFoundInTenant}. */
    END,
    ANYWHERE
  }

  public NameRow {
    words = List.copyOf(words);
    accepted = accepted.stream().sorted().distinct().toList();
  }

  /** The mode if the failure depends on that. */
  public FailureMode mode(Cause cause) {
    return modes.of(cause);
  }

  boolean matches(List<String> name) {
    return switch (at) {
      case START -> matchesFrom(name, 0);
      case END -> endsAt(name);
      case ANYWHERE -> anywhere(name);
    };
  }

  private boolean anywhere(List<String> name) {
    for (int i = 0; i + words.size() <= name.size(); i++) {
      if (matchesFrom(name, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsAt(List<String> name) {
    for (int i = 0; i + words.size() <= name.size(); i++) {
      int end = i + words.size();
      if (matchesFrom(name, i) && (end == name.size() || NameWords.isPreposition(name.get(end)))) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesFrom(List<String> name, int from) {
    if (from + words.size() > name.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!List.of(words.get(i).split("\\|")).contains(name.get(from + i))) {
        return false;
      }
    }
    return true;
  }
}
