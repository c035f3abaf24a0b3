package io.github.errorhygiene.schema;

import io.github.errorhygiene.schema.Constraint.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code ALTER TABLE} does to one table. */
final class Alteration {
  /** Of {@code ALTER COLUMN}, besides a new definition. */
  private static final List<String> ACTIONS =
      List.of("add", "drop", "rename", "reset", "restart", "selectivity", "set");

  private final Tables tables;
  private String table;

  Alteration(Tables tables, String table) {
    this.tables = tables;
    this.table = table;
  }

  /** All actions, in order. */
  void all(List<Token> actions) {
    String verb = "";
    for (List<Token> action : Tokens.split(actions)) {
      Tokens in = new Tokens(action);
      boolean said = in.peek().isName() && isVerb(in.peek());
      // ADD a INT, b INT of SQL Server and Oracle: what was said before goes on
      verb = said ? in.next().lower() : verb;
      one(verb, in);
    }
  }

  private static boolean isVerb(Token token) {
    return List.of("add", "alter", "change", "drop", "modify", "rename", "set").stream()
        .anyMatch(token::is);
  }

  private void one(String verb, Tokens in) {
    switch (verb) {
      case "add" -> add(in);
      case "alter" -> alter(in);
      case "modify" -> modify(in);
      case "change" -> change(in);
      case "drop" -> drop(in);
      case "rename" -> rename(in);
      default -> {}
    }
  }

  private void add(Tokens in) {
    in.skip("column");
    in.skip("if", "not", "exists");
    List<List<Token>> elements = in.isSign('(') ? Tokens.split(in.group()) : List.of(in.rest());
    for (List<Token> element : elements) {
      if (!element.isEmpty()) {
        tables.change(table, known -> SqlScript.defined(known, element));
      }
    }
  }

  private void alter(Tokens in) {
    in.skip("column");
    in.skip("if", "exists");
    String column = in.name();
    if (in.skip("set", "not", "null")) {
      require(column, true);
    } else if (in.skip("drop", "not", "null") || in.skip("set", "null")) {
      require(column, false);
    } else if (in.skip("type") || in.skip("set", "data", "type")) {
      Column typed = Definition.typed(column, in);
      tables.change(table, known -> known.changing(column, old -> old.typed(typed)));
    } else if (in.skip("set", "default") || in.skip("add", "generated")) {
      fill(column, !in.peek().is("null"));
    } else if (in.skip("drop", "default")) {
      fill(column, false);
    } else if (in.skip("rename", "to")) {
      renameColumn(column, in.name());
    } else if (!in.isAtEnd() && ACTIONS.stream().noneMatch(in.peek()::is)) {
      redefine(column, in);
    }
  }

  private void modify(Tokens in) {
    in.skip("column");
    List<List<Token>> columns = in.isSign('(') ? Tokens.split(in.group()) : List.of(in.rest());
    for (List<Token> each : columns) {
      Tokens column = new Tokens(each);
      String name = column.name();
      if (!name.isEmpty()) {
        redefine(name, column);
      }
    }
  }

  private void change(Tokens in) {
    in.skip("column");
    String column = in.name();
    String other = in.name();
    renameColumn(column, other);
    redefine(other, in);
  }

  /** What is not said stays in some dialects, and is as at first in others: here it stays. */
  private void redefine(String column, Tokens in) {
    Definition definition = Definition.column(column, in);
    @Nullable Column now = definition.column();
    if (now == null) {
      return;
    }
    tables.change(
        table,
        known -> {
          Table changed =
              known.changing(
                  column,
                  old -> {
                    Column typed = now.type().isEmpty() ? old : old.typed(now);
                    return definition.nulls() ? typed.required(now.required()) : typed;
                  });
          for (Constraint constraint : definition.constraints()) {
            changed = changed.with(constraint);
          }
          return changed;
        });
  }

  private void require(String column, boolean required) {
    tables.change(table, known -> known.changing(column, old -> old.required(required)));
  }

  private void fill(String column, boolean filled) {
    tables.change(table, known -> known.changing(column, old -> old.filled(filled)));
  }

  private void drop(Tokens in) {
    if (in.skip("primary", "key")) {
      tables.change(table, known -> known.dropping(each -> each.kind() == Kind.PRIMARY));
    } else if (in.skip("unique")) {
      List<String> columns = in.names();
      tables.change(
          table,
          known ->
              known.dropping(each -> each.kind() == Kind.UNIQUE && each.columns().equals(columns)));
    } else if (in.skipOne("constraint", "index", "key", "check") || in.skip("foreign", "key")) {
      in.skip("if", "exists");
      String constraint = in.name();
      tables.change(table, known -> known.dropping(constraint));
    } else {
      in.skip("column");
      in.skip("if", "exists");
      List<String> columns = new ArrayList<>(in.names());
      columns.add(in.name());
      columns.forEach(column -> tables.change(table, known -> known.without(column)));
    }
  }

  private void rename(Tokens in) {
    if (in.skipOne("to", "as")) {
      String other = in.name();
      tables.rename(table, other);
      table = other;
    } else if (in.skip("constraint") || in.skipOne("index", "key")) {
      String from = in.name();
      in.skip("to");
      String to = in.name();
      tables.change(table, known -> renamed(known, from, to));
    } else {
      in.skip("column");
      String from = in.name();
      in.skip("to");
      renameColumn(from, in.name());
    }
  }

  private static Table renamed(Table known, String from, String to) {
    return new Table(
        known.name(),
        known.columns(),
        known.constraints().stream()
            .map(each -> each.isNamed(from, known.name()) ? each.named(to) : each)
            .toList());
  }

  private void renameColumn(String from, String to) {
    if (!to.isEmpty()) {
      tables.change(table, known -> known.renaming(from, to));
    }
  }
}
