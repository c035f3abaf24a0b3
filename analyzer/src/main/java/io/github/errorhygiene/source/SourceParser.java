package io.github.errorhygiene.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Problem;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.SharedTexts;
import io.github.errorhygiene.unit.Unit;
import java.util.List;
import java.util.Optional;

/** Parses and lowers one file after the other. Never throws for bad source. Not thread safe. */
final class SourceParser {
  private static final int LONGEST_EXCERPT = 60;
  private static final int MOST_ROUNDS = 10;

  private final JavaParser parser = new JavaParser(configuration(LanguageLevel.BLEEDING_EDGE));

  /** Takes {@code yield} for an identifier: before Java 13 it was one. */
  private final JavaParser parserWithoutYield = new JavaParser(configuration(LanguageLevel.RAW));

  /** Tokens are kept because JavaParser derives positions from them. */
  private static ParserConfiguration configuration(LanguageLevel level) {
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(level).setAttributeComments(false);
    // no validators: they complain about what another Java version allows; the level only says
    // whether yield is a keyword
    configuration.getProcessors().clear();
    return configuration;
  }

  /**
   * Lowers one file.
   *
   * @param path relative to the analysed root
   * @param texts of all units
   */
  Unit lower(String path, String text, SharedTexts texts) {
    int lines = SourceText.lines(text);
    try {
      ParseResult<CompilationUnit> result = parse(text);
      List<Gap> gaps = result.getProblems().stream().map(problem -> gap(path, problem)).toList();
      if (result.getResult().isEmpty()) {
        return withoutTypes(
            path, gaps.isEmpty() ? List.of(unreadable(path)) : gaps.subList(0, 1), lines);
      }
      return Lowering.unit(path, text, result.getResult().get(), gaps, lines, texts);
    } catch (StackOverflowError e) {
      return withoutTypes(path, List.of(tooDeep(path)), lines);
    } catch (RuntimeException e) {
      // a tree with holes, as recovery from syntax errors leaves it behind
      return withoutTypes(path, List.of(unreadable(path)), lines);
    }
  }

  /** The tree of a file that parses; empty for others. */
  Optional<CompilationUnit> tree(String text) {
    try {
      ParseResult<CompilationUnit> result = parse(text);
      return result.isSuccessful() ? result.getResult() : Optional.empty();
    } catch (StackOverflowError | RuntimeException e) {
      return Optional.empty();
    }
  }

  private ParseResult<CompilationUnit> parse(String text) {
    ParseResult<CompilationUnit> result = parser.parse(text);
    if (!result.isSuccessful() && text.contains("yield")) {
      result = better(result, parserWithoutYield.parse(text));
    }
    if (!result.isSuccessful() && text.contains("\\u")) {
      result = better(result, parser.parse(SourceText.translateUnicodeEscapes(text)));
    }
    return result.isSuccessful() || !text.contains("enum") ? result : withLocalEnums(text, result);
  }

  /** In rounds, since recovery from one local enum may skip the next one. */
  private ParseResult<CompilationUnit> withLocalEnums(
      String text, ParseResult<CompilationUnit> first) {
    ParseResult<CompilationUnit> result = first;
    String current = text;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String wrapped = LocalEnums.wrap(current, result.getProblems());
      if (wrapped.equals(current)) {
        return result;
      }
      current = wrapped;
      result = parser.parse(current);
    }
    return result;
  }

  private static ParseResult<CompilationUnit> better(
      ParseResult<CompilationUnit> first, ParseResult<CompilationUnit> second) {
    return second.isSuccessful() ? second : first;
  }

  private static Unit withoutTypes(String path, List<Gap> gaps, int lines) {
    return new Unit(path, "", List.of(), List.of(), gaps, lines);
  }

  private static Gap gap(String path, Problem problem) {
    Position position = Places.start(problem.getLocation().flatMap(TokenRange::toRange));
    String message =
        "does not parse" + excerpt(problem.getMessage()) + "; check that the file compiles";
    return new Gap(Gap.Kind.SYNTAX, path, position, message);
  }

  /** What was found, of messages such as {@code Parse error. Found "}", expected one of …}. */
  private static String excerpt(String message) {
    int found = message.indexOf("Found ");
    if (found < 0) {
      return "";
    }
    int end = message.indexOf(", expected", found);
    String excerpt = message.substring(found + "Found ".length(), end < 0 ? message.length() : end);
    String oneLine = excerpt.replaceAll("\\s+", " ").strip();
    return " at " + oneLine.substring(0, Math.min(oneLine.length(), LONGEST_EXCERPT));
  }

  private static Gap unreadable(String path) {
    return new Gap(
        Gap.Kind.SYNTAX, path, Position.NONE, "does not parse; check that the file compiles");
  }

  private static Gap tooDeep(String path) {
    return new Gap(
        Gap.Kind.LIMIT,
        path,
        Position.NONE,
        "is nested too deeply to be read; split its expressions");
  }
}
