package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.remedy.Code;
import io.github.errorhygiene.source.Outline;
import io.github.errorhygiene.source.Uses;
import io.github.errorhygiene.source.Uses.Use;
import io.github.errorhygiene.source.Uses.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions to be asked before something is used that may be absent. */
final class Guards {
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");
  private static final Pattern KEYED = Pattern.compile("(?s).*\\w\\(\"(\\w+)\"\\)");
  private static final Pattern GETTER = Pattern.compile("get([A-Z]\\w*)");

  /** Characters of a line. */
  private static final int LONGEST = 100;

  private static final int CONTINUED = 2;

  private final Module module;
  private final Texts texts;
  private final Code code;

  Guards(Module module, Texts texts, Code code) {
    this.module = module;
    this.texts = texts;
    this.code = code;
  }

  /** Edits of which one should mend the fault, the likeliest first. */
  List<Edit> of(Fault fault) {
    Place place = fault.place();
    Optional<String> text = texts.original(place.file());
    if (text.isEmpty() || code.refusal(400, "", "").isEmpty()) {
      return List.of();
    }
    if (!fault.isNull()) {
      return Uses.found(text.get(), place.line(), place.column())
          .map(found -> thrown(place, found.length(), text.get(), fault.failure().fits()))
          .stream()
          .toList();
    }
    List<Edit> edits = new ArrayList<>();
    Uses.at(text.get(), place.line(), place.column())
        .forEach(use -> edits.add(guard(use, place, fault)));
    Uses.values(text.get(), place.line(), place.column())
        .forEach(value -> edits.add(demanded(value, text.get(), fault)));
    return edits;
  }

  /** Where no question can stand before, the expression itself asks. */
  private Edit demanded(Value value, String text, Fault fault) {
    Outline.Piece piece = value.piece();
    int start = Lines.offset(text, piece.line() - 1) + piece.column() - 1;
    int end = Lines.offset(text, piece.lastLine() - 1) + piece.lastColumn();
    String name = name(value.expression());
    String detail = NAME.matcher(name).matches() ? '"' + detail(name, fault) + '"' : "";
    String made = "() -> " + code.refusal(fault.failure().fits(), detail, "");
    String demanded =
        new Wrapped(text, piece).with("java.util.Optional.ofNullable(", ")", ".orElseThrow(", made);
    return new Edit(fault.place().file(), start, end - start, demanded);
  }

  /** {@code orElseThrow} with an exception that has the status. */
  private Edit thrown(Place place, int length, String text, int status) {
    int start = Lines.offset(text, place.line() - 1);
    int name = start + place.column() - 1;
    String call = ".orElseThrow(() -> " + code.refusal(status, "", "") + ")";
    int end = Lines.offset(text, place.line());
    boolean fits = end - start + new Imports(text).shortened(call).length() < LONGEST;
    Indent indent = Indent.of(text, place.line());
    String broken = fits ? "" : indent.end() + indent.by(CONTINUED);
    return new Edit(place.file(), name - 1, length + 1, broken + call);
  }

  /** A question before the statement, or, for a parameter, as near to the handler as possible. */
  private Edit guard(Use use, Place place, Fault fault) {
    List<Place> calls = new ArrayList<>(fault.calls());
    Use asked = use;
    String file = place.file();
    while (asked.parameter() >= 0 && asked.always() && !calls.isEmpty()) {
      Place call = calls.remove(calls.size() - 1);
      int number = asked.parameter();
      Optional<Use> argument =
          texts
              .original(call.file())
              .filter(text -> module.has(call))
              .flatMap(text -> Uses.argument(text, call.line(), call.column(), number));
      if (argument.isEmpty()) {
        break;
      }
      asked = argument.get();
      file = call.file();
    }
    return question(asked, file, fault);
  }

  private Edit question(Use use, String file, Fault fault) {
    String text = texts.original(file).orElse("");
    Indent indent = Indent.of(text, use.line());
    int status = fault.failure().fits();
    String name = name(use.expression());
    String detail = detail(name, fault);
    String question =
        (indent.by(0) + "if (" + use.expression() + " == null) {" + indent.end())
            + (indent.by(1)
                + "throw "
                + code.refusal(status, '"' + detail + '"', "")
                + ";"
                + indent.end())
            + (indent.by(0) + "}" + indent.end());
    int offset = Lines.offset(text, use.line() - 1);
    return new Edit(file, offset, 0, question);
  }

  private static String detail(String name, Fault fault) {
    return fault.failure().absent() ? "no such " + words(name) : name + " is missing";
  }

  /** {@code raw admin} of {@code rawAdmin}. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** {@code title} of {@code book.getTitle()}, and of {@code book.getString("title")}. */
  private static String name(String expression) {
    Matcher keyed = KEYED.matcher(expression);
    if (keyed.matches()) {
      return keyed.group(1);
    }
    String last = expression.replaceFirst("(?s).*\\.", "").replace("()", "");
    Matcher getter = GETTER.matcher(last);
    if (!getter.matches()) {
      return last;
    }
    String rest = getter.group(1);
    return rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
  }
}
