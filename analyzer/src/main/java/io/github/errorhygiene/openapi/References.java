package io.github.errorhygiene.openapi;

import io.github.errorhygiene.source.DataFile;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.unit.Gap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows {@code $ref}, within a file and to others of the project. */
final class References {
  /** References that lead to references; circles end here. */
  private static final int LONGEST = 16;

  private final Path root;
  private final List<Gap> gaps;
  private final Map<Path, Optional<Node>> documents = new HashMap<>();

  /**
   * Starts with nothing read.
   *
   * @param gaps takes what cannot be read
   */
  References(Path root, List<Gap> gaps) {
    this.root = root;
    this.gaps = gaps;
  }

  /** The root of a file; empty if it cannot be read. */
  Optional<Node> document(Path file) {
    return documents.computeIfAbsent(file, this::read);
  }

  private Optional<Node> read(Path file) {
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String relative = root.relativize(file).toString().replace('\\', '/');
    DataFile data = DataFile.read(new SourceFile(relative, file));
    gaps.addAll(data.gaps());
    return data.documents().stream().findFirst().map(value -> new Node(file, value));
  }

  /**
   * What a node refers to; the node itself if it is no reference, an empty one if it leads nowhere.
   */
  Node follow(Node node) {
    Node at = node;
    for (int i = 0; i < LONGEST && at.has("$ref"); i++) {
      at = target(at, at.text("$ref"));
    }
    return at;
  }

  private Node target(Node from, String reference) {
    int hash = reference.indexOf('#');
    String file = hash < 0 ? reference : reference.substring(0, hash);
    Optional<Node> document = document(file(from.file(), file));
    Node at = document.orElse(new Node(from.file(), null));
    String pointer = hash < 0 ? "" : reference.substring(hash + 1);
    for (String step : pointer.split("/", -1)) {
      at = step.isEmpty() ? at : at.child(unescaped(step));
    }
    return at;
  }

  private static Path file(Path from, String reference) {
    try {
      return reference.isEmpty() ? from : from.resolveSibling(reference).normalize();
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }

  /** RFC 6901, section 6: percent-encoding first, then {@code ~1} and {@code ~0}. */
  private static String unescaped(String step) {
    String decoded = step;
    try {
      decoded = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // not encoded: taken as it is
    }
    return decoded.replace("~1", "/").replace("~0", "~");
  }
}
