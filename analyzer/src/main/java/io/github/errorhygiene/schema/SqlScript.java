package io.github.errorhygiene.schema;

import io.github.errorhygiene.schema.Constraint.Kind;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A script of SQL: what it does to tables. Statements about anything else are passed over, and so
 * are options of a dialect that demand nothing of rows. A parser with the grammar of a dialect
 * refuses what others write, and then knows nothing of the table.
 */
final class SqlScript {
  /** Between {@code CREATE} and {@code TABLE}. */
  private static final String[] KINDS = {
    "or", "replace", "global", "local", "unlogged", "cached", "memory", "column", "row"
  };

  /** What of another table its copy has besides columns, by PostgreSQL's words. */
  private static final Map<String, Set<Kind>> INCLUDED =
      Map.of(
          "all", Set.of(Kind.PRIMARY, Kind.UNIQUE, Kind.CHECK),
          "constraints", Set.of(Kind.CHECK),
          "indexes", Set.of(Kind.PRIMARY, Kind.UNIQUE));

  private final Tables tables;
  private final List<Gap> gaps;
  private final String file;

  /**
   * Of a file.
   *
   * @param tables what the scripts before it made, which it changes
   * @param gaps takes what cannot be read
   */
  SqlScript(Tables tables, List<Gap> gaps, String file) {
    this.tables = tables;
    this.gaps = gaps;
    this.file = file;
  }

  /**
   * Runs it.
   *
   * @param line the number of the text's first line in the file
   */
  void run(String text, int line) {
    SqlLexer lexer = new SqlLexer(text, line);
    for (List<Token> statement : lexer.statements()) {
      run(new Tokens(statement));
    }
    if (lexer.unclosed() > 0) {
      gap(lexer.unclosed(), "has a quote or comment that is not closed");
    }
  }

  private void run(Tokens in) {
    if (in.skip("create")) {
      create(in);
    } else if (in.skip("alter", "table")) {
      in.skip("if", "exists");
      in.skip("only");
      String table = in.name();
      new Alteration(tables, table).all(in.rest());
    } else if (in.skip("drop", "table")) {
      in.skip("if", "exists");
      Tokens.split(in.rest()).forEach(each -> tables.drop(new Tokens(each).name()));
    } else if (in.skip("drop", "index")) {
      in.skip("concurrently");
      in.skip("if", "exists");
      String index = in.name();
      tables.dropIndex(index, in.skip("on") ? in.name() : "");
    } else if (in.skip("rename", "table")) {
      String from = in.name();
      in.skip("to");
      tables.rename(from, in.name());
    }
  }

  private void create(Tokens in) {
    boolean more = true;
    while (more) {
      more = in.skipOne(KINDS);
    }
    if (in.peek().is("table")) {
      table(in);
    } else if (in.skip("unique")) {
      in.skipOne("clustered", "nonclustered");
      if (in.skip("index")) {
        uniqueIndex(in);
      }
    }
  }

  private void table(Tokens in) {
    int line = in.next().line();
    boolean careful = in.skip("if", "not", "exists");
    String name = in.name();
    if (name.isEmpty() || (careful && tables.named(name) != null)) {
      return;
    }
    Table table = new Table(name, new LinkedHashMap<>(), List.of());
    if (in.skip("like")) {
      // MySQL: all but references is as it is there
      tables.put(like(in.name(), table, true, Kind.PRIMARY, Kind.UNIQUE, Kind.CHECK));
      return;
    }
    List<List<Token>> elements = Tokens.split(in.group());
    for (List<Token> element : elements) {
      table =
          element.get(0).is("like")
              ? like(new Tokens(element.subList(1, element.size())), table)
              : defined(table, element);
    }
    if (table.columns().isEmpty() && !elements.isEmpty()) {
      gap(line, "has a table whose columns cannot be read");
    }
    tables.put(table);
  }

  /**
   * {@code (LIKE other INCLUDING ALL)}: PostgreSQL takes only the constraints that are asked for,
   * MySQL all of them.
   */
  private Table like(Tokens in, Table table) {
    String other = in.name();
    Set<Kind> asked = EnumSet.noneOf(Kind.class);
    boolean excludes = false;
    while (!in.isAtEnd()) {
      if (in.skip("including")) {
        asked.addAll(INCLUDED.getOrDefault(in.peek().lower(), Set.of()));
      }
      excludes |= in.skip("excluding");
      in.next();
    }
    return asked.isEmpty() && !excludes
        ? like(other, table, false, Kind.PRIMARY, Kind.UNIQUE, Kind.CHECK)
        : like(other, table, !excludes, asked.toArray(Kind[]::new));
  }

  private Table like(String other, Table table, boolean sure, Kind... kinds) {
    @Nullable Table known = tables.named(other);
    Table like = table;
    for (Column column : known == null ? List.<Column>of() : known.columns().values()) {
      like = like.with(column);
    }
    for (Constraint each : known == null ? List.<Constraint>of() : known.constraints()) {
      if (List.of(kinds).contains(each.kind())) {
        like = like.with(sure ? each : each.doubted());
      }
    }
    return like;
  }

  static Table defined(Table table, List<Token> element) {
    Definition definition = Definition.of(element);
    @Nullable Column column = definition.column();
    Table with = column == null ? table : table.with(column);
    for (Constraint constraint : definition.constraints()) {
      with = with.with(constraint);
    }
    return with;
  }

  /** One with a condition holds for some rows alone. */
  private void uniqueIndex(Tokens in) {
    in.skip("concurrently");
    in.skip("if", "not", "exists");
    String index = in.peek().is("on") ? "" : in.name();
    in.skip("on");
    in.skip("only");
    String table = in.name();
    if (in.skip("using")) {
      in.next();
    }
    List<String> columns = in.names();
    boolean partial = in.rest().stream().anyMatch(token -> token.is("where"));
    tables.change(
        table, known -> known.with(new Constraint(Kind.UNIQUE, index, columns, !partial)));
  }

  private void gap(int line, String why) {
    gaps.add(new Gap(Gap.Kind.INPUT, file, new Position(line, 1), why));
  }

  /** For those who keep their statements in lists. */
  static List<Table> tables(String text) {
    Tables tables = new Tables();
    new SqlScript(tables, new ArrayList<>(), "").run(text, 1);
    return List.copyOf(tables.all().values());
  }
}
