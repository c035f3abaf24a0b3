package io.github.errorhygiene.template;

import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.TextFiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of a project. Nothing is looked for before somebody asks for one. */
public final class Templates {
  /** A project without pages. */
  public static final Templates NONE = new Templates(List::of);

  /** Characters; what is longer is no page of an error. */
  private static final int LIMIT = 1024 * 1024;

  /**
   * Where views are unless configured otherwise: {@code spring.thymeleaf.prefix} and its like, and
   * where servlet containers hide pages from clients.
   */
  private static final List<String> ROOTS = List.of("/templates/", "/WEB-INF/");

  private final Supplier<List<SourceFile>> search;
  private @Nullable List<SourceFile> files;

  private Templates(Supplier<List<SourceFile>> search) {
    this.search = search;
  }

  /** Those of a tree. */
  public static Templates of(FileTree tree) {
    List<String> endings =
        Language.ALL.stream().flatMap(language -> language.endings().stream()).toList();
    return new Templates(() -> TextFiles.list(tree, endings));
  }

  /** The view of a name, if exactly one page of the project can be meant. */
  public Optional<Template> view(String name) {
    String plain = name.startsWith("/") ? name.substring(1) : name;
    return plain.isEmpty() || plain.contains(":")
        ? Optional.empty()
        : view(file -> belowRoot(file).equals(plain))
            .or(() -> view(file -> belowRoot(file).endsWith("/" + plain)));
  }

  private Optional<Template> view(Predicate<SourceFile> isMeant) {
    return only(files().stream().filter(isMeant));
  }

  /** Its path where views are, without the ending; empty elsewhere. */
  private static String belowRoot(SourceFile file) {
    String path = "/" + file.path();
    for (String root : ROOTS) {
      int at = path.lastIndexOf(root);
      if (at >= 0) {
        return withoutEnding(path.substring(at + root.length()));
      }
    }
    return "";
  }

  /** The page at a path of the web application, if exactly one file of the project can be meant. */
  public Optional<Template> page(String path) {
    String wanted = path.startsWith("/") ? path : "/" + path;
    return only(files().stream().filter(file -> ("/" + file.path()).endsWith(wanted)));
  }

  private static String withoutEnding(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }

  private static Optional<Template> only(Stream<SourceFile> found) {
    List<SourceFile> meant = found.limit(2).toList();
    return meant.size() == 1 ? read(meant.get(0)) : Optional.empty();
  }

  private static Optional<Template> read(SourceFile file) {
    String text = TextFiles.read(file, LIMIT);
    return text == null ? Optional.empty() : Optional.of(Template.of(file.path(), text));
  }

  private List<SourceFile> files() {
    List<SourceFile> known = files;
    if (known == null) {
      known = search.get();
      files = known;
    }
    return known;
  }
}
