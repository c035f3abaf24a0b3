package io.github.errorhygiene.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is wrong with a document, not only the first: who mends a file wants to see it all. */
public final class Faults {
  private final List<YamlException> all = new ArrayList<>();

  /** Reads a mapping into a value, and complains about the first thing that it cannot read. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(YamlRow row) throws YamlException;
  }

  /**
   * What the reader makes of a mapping. After each complaint it reads again, without the member
   * complained about, so that it tells all. That something is missing counts only if nothing else
   * is wrong: what was meant may be there under another name.
   *
   * @return null if something is missing without which there is no value
   */
  public <T> @Nullable T read(YamlRow row, Reader<T> reader) {
    YamlRow rest = row;
    while (rest != null) {
      try {
        return reader.read(rest);
      } catch (YamlException fault) {
        YamlRow others = rest.without(fault);
        if (others != null || rest.equals(row)) {
          all.add(fault);
        }
        rest = others;
      }
    }
    return null;
  }

  /** What the reader makes of a mapping; null if it complains. */
  public <T> @Nullable T readOnce(YamlRow row, Reader<T> reader) {
    try {
      return reader.read(row);
    } catch (YamlException fault) {
      all.add(fault);
      return null;
    }
  }

  /** The messages in the order of the document. */
  public List<String> messages() {
    return all.stream()
        .sorted(Comparator.comparing(YamlException::position))
        .map(YamlException::getMessage)
        .distinct()
        .toList();
  }
}
