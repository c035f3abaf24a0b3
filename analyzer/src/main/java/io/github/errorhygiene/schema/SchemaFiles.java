package io.github.errorhygiene.schema;

import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.TextFiles;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a project's files make. Nothing is read before it is asked for.
 *
 * <p>A tree may have several databases: each module its own, each product of database its own
 * scripts, and a script beside the migrations. All that define a table are told, and who asks
 * decides what they have in common.
 */
public final class SchemaFiles implements Schema {
  /** Scripts that Spring Boot runs at start. */
  private static final Pattern SCHEMA = Pattern.compile("schema(-[\\w.]+)?\\.sql");

  /** Names of migrations, as Flyway wants them; repeatable ones make no tables as a rule. */
  private static final Pattern MIGRATION = Pattern.compile("[VB](\\d[\\d._]*?)__.*\\.sql");

  private static final Pattern RESOURCES = Pattern.compile("(?:^|/)resources/");

  private static final Pattern PRODUCT =
      Pattern.compile(
          "(?i)(?:^|[/_.-])(h2|hsqldb|derby|mysql|mariadb|postgres|postgresql|pg|oracle|sqlserver"
              + "|mssql|db2|sqlite|cockroachdb)(?=[/_.-])");

  private static final List<String> ENDINGS = List.of(".json", ".sql", ".xml", ".yaml", ".yml");

  /** Characters. */
  private static final int LIMIT = 4 * 1024 * 1024;

  private final FileTree tree;
  private final List<Gap> gaps = new ArrayList<>();
  private @Nullable Map<String, List<Table>> tables;

  public SchemaFiles(FileTree tree) {
    this.tree = tree;
  }

  @Override
  public List<Table> named(String name) {
    Map<String, List<Table>> known = tables;
    if (known == null) {
      known = read();
      tables = known;
    }
    return known.getOrDefault(Names.plain(name), List.of());
  }

  /** What could not be read; complete only after the first question, empty before. */
  public List<Gap> gaps() {
    return gaps.stream().distinct().toList();
  }

  private Map<String, List<Table>> read() {
    Map<String, List<SourceFile>> schemas = new TreeMap<>();
    Map<String, List<SourceFile>> migrations = new TreeMap<>();
    Map<String, List<ChangeLogFile>> changeLogs = new TreeMap<>();
    Map<String, SourceFile> scripts = new TreeMap<>();
    for (SourceFile file : TextFiles.list(tree, ENDINGS)) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      String place = place(file);
      if (name.endsWith(".sql")) {
        scripts.put(file.path(), file);
      }
      if (SCHEMA.matcher(name).matches()) {
        schemas.computeIfAbsent(place, none -> new ArrayList<>()).add(file);
      } else if (MIGRATION.matcher(name).matches()) {
        migrations.computeIfAbsent(place, none -> new ArrayList<>()).add(file);
      } else if (mayBeChangeLog(file)) {
        @Nullable ChangeLogFile changeLog = ChangeLogFile.read(file, gaps);
        if (changeLog != null) {
          changeLogs.computeIfAbsent(place, none -> new ArrayList<>()).add(changeLog);
        }
      }
    }
    Map<String, List<Table>> found = new TreeMap<>();
    schemas.values().forEach(files -> eachProduct(files, Function.identity(), found));
    migrations.values().forEach(files -> eachProduct(files, SchemaFiles::inOrder, found));
    changeLogs.forEach(
        (place, files) ->
            ChangeLog.run(files, near(place, scripts), gaps).forEach(made -> add(made, found)));
    return found;
  }

  /** Those that a change log can name: the resources of another module are not its own. */
  private static Map<String, SourceFile> near(String place, Map<String, SourceFile> scripts) {
    Map<String, SourceFile> near = new TreeMap<>(scripts);
    if (RESOURCES.matcher(place).find()) {
      near.keySet().removeIf(path -> !path.startsWith(place));
    }
    return near;
  }

  /** Other files of these endings are many, and lie elsewhere. */
  private static boolean mayBeChangeLog(SourceFile file) {
    return RESOURCES.matcher(file.path()).find()
        || file.path().matches("(?i).*(change-?log|liquibase).*");
  }

  /** The resources that a file is one of, or else its directory. */
  private static String place(SourceFile file) {
    Matcher resources = RESOURCES.matcher(file.path());
    return file.path()
        .substring(0, resources.find() ? resources.end() : file.path().lastIndexOf('/') + 1);
  }

  /** What names no product is there for each. */
  private void eachProduct(
      List<SourceFile> files,
      Function<List<SourceFile>, List<SourceFile>> order,
      Map<String, List<Table>> found) {
    Set<String> products = new TreeSet<>();
    files.forEach(file -> products.add(product(file)));
    if (products.size() > 1) {
      products.remove("");
    }
    for (String product : products) {
      Tables made = new Tables();
      List<SourceFile> mine =
          files.stream().filter(file -> List.of("", product).contains(product(file))).toList();
      for (SourceFile file : order.apply(mine)) {
        @Nullable String text = TextFiles.read(file, LIMIT);
        if (text != null) {
          new SqlScript(made, gaps, file.path()).run(text, 1);
        } else {
          String why = "cannot be read, or is too large";
          gaps.add(new Gap(Gap.Kind.INPUT, file.path(), Position.NONE, why));
        }
      }
      add(made, found);
    }
  }

  private static String product(SourceFile file) {
    String inside = file.path().substring(place(file).length());
    Matcher matcher = PRODUCT.matcher(inside);
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static List<SourceFile> inOrder(List<SourceFile> files) {
    return files.stream().sorted((one, other) -> compare(version(one), version(other))).toList();
  }

  private static List<String> version(SourceFile file) {
    Matcher matcher = MIGRATION.matcher(file.path().substring(file.path().lastIndexOf('/') + 1));
    return matcher.matches() ? List.of(matcher.group(1).split("[._]+")) : List.of();
  }

  private static int compare(List<String> one, List<String> other) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      BigInteger a = part(one, i);
      int order = a.compareTo(part(other, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger part(List<String> version, int index) {
    return index < version.size() && !version.get(index).isEmpty()
        ? new BigInteger(version.get(index))
        : BigInteger.ZERO;
  }

  private static void add(Tables made, Map<String, List<Table>> found) {
    Map<String, Table> tables = new LinkedHashMap<>(made.all());
    tables.forEach(
        (name, table) -> found.computeIfAbsent(name, none -> new ArrayList<>()).add(table));
  }
}
