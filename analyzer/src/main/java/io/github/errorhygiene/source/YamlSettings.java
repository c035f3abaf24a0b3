package io.github.errorhygiene.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What YAML files say whose names the application chooses, such as Dropwizard's. */
public final class YamlSettings {
  /** Characters; what is longer holds no settings. */
  private static final int LIMIT = 256 * 1024;

  private final FileTree tree;

  public YamlSettings(FileTree tree) {
    this.tree = tree;
  }

  /** The values that files of the tree give a key with dots, as text, sorted. */
  public Set<String> values(String key) {
    List<String> path = List.of(key.split("\\."));
    String last = path.get(path.size() - 1);
    Set<String> values = new TreeSet<>();
    for (SourceFile file : TextFiles.list(tree, List.of(".yml", ".yaml"))) {
      String text = TextFiles.read(file, LIMIT);
      if (text != null && text.contains(last)) {
        for (Object document : DataFile.parse(file, text).documents()) {
          @Nullable Object value = at(document, path);
          if (value != null) {
            values.add(value.toString());
          }
        }
      }
    }
    return values;
  }

  private static @Nullable Object at(Object document, List<String> path) {
    @Nullable Object at = document;
    for (String name : path) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at;
  }
}
