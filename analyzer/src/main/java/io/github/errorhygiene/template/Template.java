package io.github.errorhygiene.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page that is rendered or sent as it is.
 *
 * @param file its path, relative to the project, with {@code /}
 * @param printed the expressions whose values it prints, without what encloses them, in order
 * @param includes whether another page is put into it, or around it
 */
public record Template(String file, List<String> printed, boolean includes) {
  /** A name with what is asked of it, {@code error.message}, {@code getAttribute("x")}. */
  private static final Pattern PATH =
      Pattern.compile("(?<![\\w.#'\"])([A-Za-z_]\\w*(?:\\s*\\??\\.\\s*\\w+(?:\\(\\))?)*)");

  /** A text in an expression: the name of an attribute, or what is said. */
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private static final Pattern INCLUDES =
      Pattern.compile(
          "(?:th:|data-th-)(?:replace|insert|include)\\b|layout:decorat|<#(?:include|import)\\b"
              + "|<jsp:include\\b|<%@\\s*include\\b|<c:import\\b|<\\w+:layout\\b|\\{\\{[>#]?[>]|\\{%\\s*(?:include|extends)\\b");

  public Template {
    printed = List.copyOf(printed);
  }

  /** The template that a text is. */
  public static Template of(String file, String text) {
    Language language = Language.of(file);
    String code = language.remarks().matcher(text).replaceAll("");
    Set<String> printed = new LinkedHashSet<>();
    for (Pattern pattern : language.printed()) {
      Matcher found = pattern.matcher(code);
      while (found.find()) {
        printed.add(found.group(1).strip());
      }
    }
    return new Template(file, List.copyOf(printed), INCLUDES.matcher(code).find());
  }

  /** Whether expressions are those of a JSP, which sees what the container knows. */
  public boolean isJsp() {
    return file.endsWith(".jsp") || file.endsWith(".jspx");
  }

  /**
   * The names that are printed, each with the names of what is asked of it: {@code [error,
   * message]} for {@code error.getMessage()}.
   */
  public List<List<String>> paths() {
    List<List<String>> paths = new ArrayList<>();
    for (String expression : printed) {
      Matcher found = PATH.matcher(TEXT.matcher(expression).replaceAll("\"\""));
      while (found.find()) {
        paths.add(Stream.of(found.group(1).split("[\\s?.]+")).map(Template::member).toList());
      }
    }
    return paths;
  }

  /** Names of attributes that are asked for by a text in what is printed. */
  public List<String> texts() {
    return printed.stream()
        .flatMap(expression -> TEXT.matcher(expression).results())
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }

  /** {@code getMessage()} is {@code message}. */
  private static String member(String name) {
    String plain = name.replace("()", "");
    boolean getter = plain.startsWith("get") && plain.length() > 3;
    return getter ? Character.toLowerCase(plain.charAt(3)) + plain.substring(4) : plain;
  }
}
