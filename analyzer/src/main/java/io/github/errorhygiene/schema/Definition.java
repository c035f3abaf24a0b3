package io.github.errorhygiene.schema;

import io.github.errorhygiene.schema.Constraint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the commas of {@code CREATE TABLE}, or after {@code ADD}: a column with its
 * constraints, or constraints of the table.
 *
 * @param column null if it defines none
 * @param nulls whether it says that the column may be null, or that it may not
 */
record Definition(@Nullable Column column, boolean nulls, List<Constraint> constraints) {
  private static final Set<String> OF_TABLE =
      Set.of("constraint", "primary", "unique", "foreign", "check", "exclude", "period", "like");

  /** Indexes in MySQL; elsewhere, and with a type after them, these are names of columns. */
  private static final Set<String> INDEXES = Set.of("fulltext", "index", "key", "spatial");

  private static final Set<String> QUALIFIERS = Set.of("varying", "large", "precision", "long");

  /** A change log may name it by the constant of Java. */
  private static final Pattern TYPE =
      Pattern.compile("\\s*(?:java\\.sql\\.Types\\.)?(\\w+)([\\s\\w]*)(?:\\(\\s*([^\\s,)]*))?");

  private static final Definition NONE = new Definition(null, false, List.of());

  /** Reads one. */
  static Definition of(List<Token> tokens) {
    Tokens in = new Tokens(tokens);
    String first = in.peek().kind() == Token.Kind.WORD ? in.peek().lower() : "";
    if (OF_TABLE.contains(first)) {
      return new Definition(null, false, ofTable(in));
    }
    if (INDEXES.contains(first)
        && (in.peek(1).isSign('(') || in.peek(2).isSign('('))
        && !Column.isLimited(in.peek(1).lower())) {
      return NONE;
    }
    String name = in.name();
    return name.isEmpty() ? NONE : column(name, in);
  }

  /** A column of the table that is named so, whose type a change log gives as a text. */
  static Column column(String name, String type) {
    Matcher matcher = TYPE.matcher(type);
    if (!matcher.lookingAt()) {
      return new Column(name, "", 0, false, false);
    }
    String word = matcher.group(1).toLowerCase(Locale.ROOT);
    boolean varying = !matcher.group(2).isBlank();
    String length = matcher.group(3) == null ? "" : matcher.group(3);
    return new Column(name, word, Column.length(word, varying, length), false, false);
  }

  /** The rest of a definition whose name has been read. */
  static Definition column(String name, Tokens in) {
    Column column = typed(name, in);
    boolean required = false;
    boolean nulls = false;
    boolean filled = column.type().endsWith("serial");
    String constraint = "";
    List<Constraint> constraints = new ArrayList<>();
    List<String> itself = List.of(name);
    while (!in.isAtEnd()) {
      if (in.skip("not", "null")) {
        required = true;
        nulls = true;
      } else if (in.skip("null")) {
        nulls = true;
      } else if (in.skip("constraint")) {
        constraint = in.name();
        continue;
      } else if (in.skip("primary", "key")) {
        required = true;
        nulls = true;
        constraints.add(new Constraint(Kind.PRIMARY, constraint, itself, true));
      } else if (in.skip("unique")) {
        in.skip("key");
        constraints.add(new Constraint(Kind.UNIQUE, constraint, itself, true));
      } else if (in.skip("references")) {
        constraints.add(new Constraint(Kind.REFERENCE, constraint, itself, true));
      } else if (in.skip("check")) {
        constraints.add(new Constraint(Kind.CHECK, constraint, itself, true));
      } else if (in.skip("default")) {
        filled = !in.next().is("null");
      } else if (in.skipOne("auto_increment", "autoincrement", "generated", "identity")) {
        filled = true;
      } else if (in.skip("on") || in.skip("set")) {
        // ON UPDATE SET NULL: what follows demands nothing
        in.next();
      } else if (in.isSign('(')) {
        in.group();
      } else {
        in.next();
      }
      constraint = "";
    }
    return new Definition(column.required(required).filled(filled), nulls, constraints);
  }

  /** The type that follows, with its length. */
  static Column typed(String name, Tokens in) {
    boolean known = in.peek().isName() && !isModifier(in.peek());
    String type = known ? in.next().lower() : "";
    boolean varying = false;
    while (in.peek().kind() == Token.Kind.WORD && QUALIFIERS.contains(in.peek().lower())) {
      type = in.peek().is("large") ? "clob" : type;
      varying = true;
      in.next();
    }
    List<Token> arguments = known ? in.group() : List.of();
    String written = arguments.isEmpty() ? "" : arguments.get(0).text();
    return new Column(name, type, Column.length(type, varying, written), false, false);
  }

  private static boolean isModifier(Token token) {
    return token.is("not") || token.is("null") || token.is("default") || token.is("constraint");
  }

  /** The constraints of a table that these tokens define. */
  static List<Constraint> ofTable(Tokens in) {
    String name = "";
    if (in.skip("constraint")) {
      in.skip("if", "not", "exists");
      name = in.peek().is("unique") || in.peek().is("check") ? "" : in.name();
    }
    if (in.skip("primary", "key")) {
      skipKind(in);
      return List.of(new Constraint(Kind.PRIMARY, name, in.names(), true));
    }
    if (in.skip("unique")) {
      in.skipOne("key", "index");
      in.skip("nulls", "not", "distinct");
      skipKind(in);
      name = in.peek().isName() && name.isEmpty() ? in.name() : name;
      skipKind(in);
      return List.of(new Constraint(Kind.UNIQUE, name, in.names(), true));
    }
    if (in.skip("foreign", "key")) {
      String own = in.peek().isName() ? in.name() : "";
      return List.of(new Constraint(Kind.REFERENCE, name.isEmpty() ? own : name, in.names(), true));
    }
    boolean check = in.skip("check") || in.skip("exclude");
    return check ? List.of(new Constraint(Kind.CHECK, name, words(in.rest()), true)) : List.of();
  }

  /** {@code CLUSTERED}, {@code USING BTREE}. */
  private static void skipKind(Tokens in) {
    in.skipOne("clustered", "nonclustered");
    if (in.skip("using")) {
      in.next();
    }
  }

  /** Every name in a condition: columns, among others. */
  private static List<String> words(List<Token> condition) {
    return condition.stream()
        .filter(Token::isName)
        .map(token -> Names.plain(token.text()))
        .toList();
  }
}
