package io.github.errorhygiene.schema;

import static java.util.stream.Collectors.toSet;

import io.github.errorhygiene.schema.Constraint.Kind;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.TextFiles;
import io.github.errorhygiene.source.XmlElement;
import io.github.errorhygiene.unit.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The change logs of one application: what they do to tables, in the order in which they include
 * each other. See the reference of Liquibase's change types.
 */
final class ChangeLog {
  /** Characters. */
  private static final int LIMIT = 4 * 1024 * 1024;

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final List<ChangeLogFile> files;
  private final Map<String, SourceFile> scripts;
  private final String product;
  private final List<Gap> gaps;
  private final Tables tables = new Tables();
  private final Set<String> run = new HashSet<>();

  /**
   * Of one application.
   *
   * @param scripts files of SQL by their paths
   * @param product the database's, see {@link Products}
   */
  private ChangeLog(
      List<ChangeLogFile> files, Map<String, SourceFile> scripts, String product, List<Gap> gaps) {
    this.files = files;
    this.scripts = scripts;
    this.product = product;
    this.gaps = gaps;
  }

  /**
   * What the change logs of one application make in each product of database.
   *
   * @param scripts files of SQL by their paths
   */
  static List<Tables> run(
      List<ChangeLogFile> files, Map<String, SourceFile> scripts, List<Gap> gaps) {
    Set<String> named = new HashSet<>();
    for (ChangeLogFile file : files) {
      file.root().children("changeSet").forEach(set -> addProducts(set, named));
      file.sets().forEach(set -> named.add(set.products()));
    }
    List<Tables> made = new ArrayList<>();
    for (String product : Products.of(named)) {
      ChangeLog log = new ChangeLog(files, scripts, product, gaps);
      log.run();
      made.add(log.tables);
    }
    return made;
  }

  private static void addProducts(XmlElement element, Set<String> named) {
    named.add(element.attribute("dbms"));
    element.children().forEach(change -> named.add(change.attribute("dbms")));
  }

  /** Runs those that no other includes, and what they include. */
  private void run() {
    Set<String> included = new HashSet<>();
    for (ChangeLogFile file : files) {
      for (XmlElement child : file.root().children()) {
        including(file, child).forEach(each -> included.add(each.file().path()));
      }
    }
    files.stream().filter(each -> !included.contains(each.file().path())).forEach(this::run);
    files.forEach(this::run);
  }

  private void run(ChangeLogFile file) {
    if (!run.add(file.file().path())) {
      return;
    }
    for (ChangeLogFile.Sql set : file.sets()) {
      if (Products.isFor(set.products(), product)) {
        script(file.file().path(), set.text(), set.line());
      }
    }
    for (XmlElement child : file.root().children()) {
      including(file, child).forEach(this::run);
      if (child.name().equals("changeSet") && isForProduct(child)) {
        child.children().stream()
            .filter(this::isForProduct)
            .forEach(change -> change(file, change));
      }
    }
  }

  private boolean isForProduct(XmlElement element) {
    return Products.isFor(element.attribute("dbms"), product);
  }

  private List<ChangeLogFile> including(ChangeLogFile from, XmlElement child) {
    if (child.name().equals("include")) {
      String path = path(from, child, child.attribute("file"));
      return includable().filter(each -> isAt(each.file().path(), path)).limit(1).toList();
    }
    if (child.name().equals("includeAll")) {
      String path = path(from, child, child.attribute("path")).replaceAll("/$", "");
      return includable()
          .filter(each -> isBelow(each.file().path(), path))
          .filter(each -> !each.file().equals(from.file()))
          .sorted(Comparator.comparing(each -> each.file().path()))
          .toList();
    }
    return List.of();
  }

  /** Change logs, and scripts that are none, which run as they are. */
  private Stream<ChangeLogFile> includable() {
    Set<String> known = files.stream().map(each -> each.file().path()).collect(toSet());
    return Stream.concat(
        files.stream(),
        scripts.values().stream()
            .filter(each -> !known.contains(each.path()))
            .map(ChangeLogFile::plain));
  }

  /** As it is written, or next to the file that says it. */
  private static String path(ChangeLogFile from, XmlElement child, String written) {
    String path = written.replaceFirst("^classpath\\*?:", "").replaceFirst("^(\\./|/)+", "");
    boolean relative = child.attribute("relativeToChangelogFile").equals("true");
    return relative ? from.file().path().replaceAll("[^/]*$", "") + path : path;
  }

  private static boolean isAt(String file, String path) {
    return !path.isEmpty() && (file.equals(path) || file.endsWith("/" + path));
  }

  /** Liquibase looks into the directories of a directory, too. */
  private static boolean isBelow(String file, String path) {
    return !path.isEmpty() && ("/" + file).contains("/" + path + "/");
  }

  private void script(String file, String text, int line) {
    new SqlScript(tables, gaps, file).run(text, line);
  }

  private void change(ChangeLogFile file, XmlElement change) {
    String name = table(change, "tableName");
    switch (change.name()) {
      case "createTable" -> create(name, change);
      case "addColumn" -> addColumns(name, change);
      case "dropTable" -> tables.drop(name);
      case "renameTable" ->
          tables.rename(table(change, "oldTableName"), table(change, "newTableName"));
      case "sql" ->
          script(file.file().path(), change.text(), Math.max(1, change.position().line()));
      case "sqlFile" -> sqlFile(file, change);
      case "createIndex" -> {
        if (change.attribute("unique").equals("true")) {
          constrain(name, Kind.UNIQUE, change.attribute("indexName"), columnsOf(change));
        }
      }
      case "dropIndex" -> tables.dropIndex(Names.plain(change.attribute("indexName")), name);
      case "addUniqueConstraint" -> constrain(name, Kind.UNIQUE, change, "columnNames");
      case "addPrimaryKey" -> constrain(name, Kind.PRIMARY, change, "columnNames");
      case "addForeignKeyConstraint" ->
          constrain(table(change, "baseTableName"), Kind.REFERENCE, change, "baseColumnNames");
      case "dropUniqueConstraint", "dropPrimaryKey" -> drop(name, change);
      case "dropForeignKeyConstraint" -> drop(table(change, "baseTableName"), change);
      default -> changeColumn(name, change);
    }
  }

  private void changeColumn(String name, XmlElement change) {
    String column = Names.plain(change.attribute("columnName"));
    switch (change.name()) {
      case "addNotNullConstraint" -> require(name, column, true);
      case "dropNotNullConstraint" -> require(name, column, false);
      case "addAutoIncrement", "addDefaultValue" -> fill(name, column, true);
      case "dropDefaultValue" -> fill(name, column, false);
      case "renameColumn" ->
          tables.change(
              name,
              known ->
                  known.renaming(
                      Names.plain(change.attribute("oldColumnName")),
                      Names.plain(change.attribute("newColumnName"))));
      case "modifyDataType" -> {
        Column typed = Definition.column(column, change.attribute("newDataType"));
        tables.change(name, known -> known.changing(column, old -> old.typed(typed)));
      }
      case "dropColumn" -> {
        List<String> columns = new ArrayList<>(columnsOf(change));
        columns.add(column);
        columns.forEach(each -> tables.change(name, known -> known.without(each)));
      }
      default -> {}
    }
  }

  private void require(String name, String column, boolean required) {
    tables.change(name, known -> known.changing(column, old -> old.required(required)));
  }

  private void fill(String name, String column, boolean filled) {
    tables.change(name, known -> known.changing(column, old -> old.filled(filled)));
  }

  private static String table(XmlElement change, String attribute) {
    return Names.plain(change.attribute(attribute));
  }

  private void create(String name, XmlElement change) {
    tables.put(new Table(name, new LinkedHashMap<>(), List.of()));
    addColumns(name, change);
  }

  private void addColumns(String name, XmlElement change) {
    for (XmlElement column : change.children("column")) {
      String plain = Names.plain(column.attribute("name"));
      Column typed = Definition.column(plain, column.attribute("type"));
      boolean filled = fills(column);
      tables.change(name, known -> known.with(typed.filled(filled)));
      column.children("constraints").forEach(each -> constrain(name, plain, each));
    }
  }

  private static boolean fills(XmlElement column) {
    return column.attribute("autoIncrement").equals("true")
        || column.attributes().keySet().stream().anyMatch(each -> each.startsWith("defaultValue"));
  }

  /** What is said with a column. */
  private void constrain(String name, String column, XmlElement constraints) {
    List<String> itself = List.of(column);
    boolean primary = constraints.attribute("primaryKey").equals("true");
    if (primary || constraints.attribute("nullable").equals("false")) {
      require(name, column, true);
    }
    if (primary) {
      constrain(name, Kind.PRIMARY, constraints.attribute("primaryKeyName"), itself);
    }
    if (constraints.attribute("unique").equals("true")) {
      constrain(name, Kind.UNIQUE, constraints.attribute("uniqueConstraintName"), itself);
    }
    String reference = constraints.attribute("foreignKeyName");
    if (!reference.isEmpty() || !constraints.attribute("references").isEmpty()) {
      constrain(name, Kind.REFERENCE, reference, itself);
    }
    if (!constraints.attribute("checkConstraint").isEmpty()) {
      constrain(name, Kind.CHECK, "", itself);
    }
  }

  private void constrain(String name, Kind kind, XmlElement change, String columns) {
    List<String> named =
        COMMA.splitAsStream(change.attribute(columns).strip()).map(Names::plain).toList();
    constrain(name, kind, change.attribute("constraintName"), named);
  }

  private void constrain(String name, Kind kind, String constraint, List<String> columns) {
    Constraint made = new Constraint(kind, Names.plain(constraint), columns, true);
    tables.change(name, known -> known.with(made));
  }

  private void drop(String name, XmlElement change) {
    String constraint = Names.plain(change.attribute("constraintName"));
    boolean key = change.name().equals("dropPrimaryKey") && constraint.isEmpty();
    tables.change(
        name,
        known ->
            key ? known.dropping(each -> each.kind() == Kind.PRIMARY) : known.dropping(constraint));
  }

  private static List<String> columnsOf(XmlElement change) {
    return change.children("column").stream()
        .map(column -> Names.plain(column.attribute("name")))
        .toList();
  }

  private void sqlFile(ChangeLogFile from, XmlElement change) {
    String path = path(from, change, change.attribute("path"));
    for (SourceFile script : scripts.values()) {
      if (isAt(script.path(), path)) {
        @Nullable String text = TextFiles.read(script, LIMIT);
        script(script.path(), Objects.requireNonNullElse(text, ""), 1);
        return;
      }
    }
  }
}
