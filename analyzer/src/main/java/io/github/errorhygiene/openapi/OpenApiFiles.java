package io.github.errorhygiene.openapi;

import io.github.errorhygiene.source.DataFile;
import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.unit.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The OpenAPI files of a project. Nothing is read before it is asked for. */
public final class OpenApiFiles {
  /** The version's key, near the start; an application's own {@code openapi:} has no version. */
  private static final Pattern VERSION =
      Pattern.compile("(?m)(?:^|[{,])\\s*[\"']?(?:openapi|swagger)[\"']?\\s*:\\s*[\"']?[23]\\.");

  /** Bytes. */
  private static final int START = 16 * 1024;

  private final FileTree tree;
  private final List<Gap> gaps = new ArrayList<>();
  private @Nullable List<OpenApi> documents;
  private final List<Schemas> schemas = new ArrayList<>();

  public OpenApiFiles(FileTree tree) {
    this.tree = tree;
  }

  /** Those of the tree, sorted by path. */
  public List<OpenApi> documents() {
    List<OpenApi> known = documents;
    if (known == null) {
      known = read();
      documents = known;
    }
    return known;
  }

  /**
   * The schemas of one file that become classes.
   *
   * @param file path relative to the analysed root
   * @param models by name, in the order of the file
   */
  record Schemas(String file, Map<String, Node> models, References references) {}

  /** Of all {@link #documents()} that have any. */
  List<Schemas> schemas() {
    return documents().isEmpty() ? List.of() : List.copyOf(schemas);
  }

  /** What could not be read; complete only after {@link #documents()}, empty before. */
  public List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  private List<OpenApi> read() {
    References references = new References(tree.root().toAbsolutePath().normalize(), gaps);
    List<OpenApi> found = new ArrayList<>();
    for (SourceFile file : DataFile.list(tree)) {
      if (VERSION.matcher(start(file)).find()) {
        references
            .document(file.location())
            .ifPresent(
                at -> {
                  found.add(document(file, at, references));
                  addSchemas(file, at, references);
                });
      }
    }
    return List.copyOf(found);
  }

  private static String start(SourceFile file) {
    try (InputStream in = Files.newInputStream(file.location())) {
      return new String(in.readNBytes(START), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static OpenApi document(SourceFile file, Node root, References references) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, Node> path : root.child("paths").children().entrySet()) {
      if (path.getKey().startsWith("/")) {
        Node item = references.follow(path.getValue());
        operations.addAll(new Operations(references, path.getKey(), item).all());
      }
    }
    return new OpenApi(file.path(), root.child("info").text("title"), basePath(root), operations);
  }

  private void addSchemas(SourceFile file, Node root, References references) {
    Map<String, Node> models = new LinkedHashMap<>(root.child("definitions").children());
    models.putAll(root.child("components").child("schemas").children());
    models.replaceAll((name, schema) -> references.follow(schema));
    models.values().removeIf(schema -> !SchemaType.isModel(schema));
    if (!models.isEmpty()) {
      schemas.add(new Schemas(file.path(), models, references));
    }
  }

  private static String basePath(Node root) {
    List<Node> servers = root.child("servers").items();
    String path = servers.isEmpty() ? root.text("basePath") : ServerUrl.path(servers.get(0));
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
