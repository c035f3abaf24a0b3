package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Maker;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Summary.Exit;
import io.github.errorhygiene.domain.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ways in which a method that answers may answer. */
public final class Parts {
  /** Field of a way on which code that answers otherwise does nothing to the response. */
  public static final String SILENT = "#silent";

  private static final Set<String> SAYING =
      Set.of(AnswerModel.STATUS, AnswerModel.BODY, Answers.COMMITTED);

  private Parts() {}

  /**
   * One object for each way; an object of unknown kind has the type {@link Answers#SOMETHING}.
   * Empty if the method never returns.
   */
  public static List<Instance> of(Summary summary) {
    boolean nothing = summary.method().returnType().erasure().equals("void");
    return summary.exits().stream().flatMap(exit -> of(exit, nothing).stream()).distinct().toList();
  }

  /** The same for code of which only counts what it does to the framework's response object. */
  public static List<Instance> ofResponse(Summary summary) {
    boolean answers = !summary.isOpen() && summary.exits().stream().anyMatch(Parts::says);
    List<Instance> parts = new ArrayList<>();
    for (Exit exit : summary.exits()) {
      Value left = exit.answer().isNothing() ? left(exit) : Value.GIVEN;
      boolean nothing = left.equals(Value.GIVEN) && isUntouched(exit.answer());
      boolean silent = answers && nothing && takes(summary, exit.returned());
      of(new Exit(exit.answer(), left), true).stream()
          .map(part -> silent ? part.with(SILENT, Value.constant(true)) : part)
          .forEach(parts::add);
    }
    return parts.stream().distinct().toList();
  }

  /** It may say that it does not take the request, which is then left to others. */
  private static boolean takes(Summary summary, Value returned) {
    return !summary.method().returnType().erasure().equals("boolean")
        || returned.alternatives().contains(new Known.Constant(true));
  }

  private static boolean says(Exit exit) {
    return exit.answer().instances().stream()
        .anyMatch(part -> !Collections.disjoint(part.fields().keySet(), SAYING));
  }

  private static boolean isUntouched(Value answer) {
    return answer.isNothing() || answer.equals(State.UNTOUCHED);
  }

  /** What a catch clause returns to that did nothing to the response. */
  private static Value left(Exit exit) {
    List<Known> ofClauses =
        exit.returned().instances().stream()
            .filter(Parts::onlyOfClause)
            .map(Known.class::cast)
            .toList();
    return ofClauses.size() == 1 ? Value.of(ofClauses.get(0)) : Value.GIVEN;
  }

  /** The same for a function that returns the body. */
  public static List<Instance> ofFunction(Summary summary) {
    return summary.exits().stream().flatMap(exit -> of(exit, false).stream()).distinct().toList();
  }

  private static List<Instance> of(Exit exit, boolean nothing) {
    List<Instance> parts = returned(exit.returned(), nothing);
    List<Instance> responses = exit.answer().instances();
    if (responses.isEmpty()) {
      return parts;
    }
    return parts.stream()
        .map(part -> nothing ? part : asBody(part, exit.returned()))
        .flatMap(part -> responses.stream().map(response -> withResponse(part, response)))
        .toList();
  }

  /** An object that is no answer is what is written: what else is said comes from the response. */
  private static Instance asBody(Instance part, Value returned) {
    boolean wrapper =
        part.fields().containsKey(AnswerModel.STATUS)
            || part.fields().containsKey(AnswerModel.BODY);
    if (wrapper || Answers.isNull(part)) {
      return part;
    }
    Value unknown = Value.unknown(returned.data()).absentBy(returned.absence());
    Value object = part.type().equals(Answers.SOMETHING) ? unknown : Value.of(part);
    return part.with(AnswerModel.BODY, part.fields().getOrDefault(Answers.GIVEN, object));
  }

  private static List<Instance> returned(Value returned, boolean nothing) {
    List<Instance> parts = new ArrayList<>(returned.instances());
    boolean ofClause = parts.stream().anyMatch(Parts::onlyOfClause);
    if (returned.isNothing() || ofClause) {
      parts.addAll(ofNoClause(returned, parts));
      return parts;
    }
    for (Known known : returned.alternatives()) {
      if (!(known instanceof Instance)) {
        parts.add(new Instance(Answers.SOMETHING, Map.of(AnswerModel.BODY, Value.of(known))));
      }
    }
    if (parts.isEmpty() || returned.open()) {
      Value unknown = Value.unknown(returned.data()).absentBy(returned.absence());
      Value body = nothing ? Value.NOTHING : unknown;
      parts.add(new Instance(Answers.SOMETHING, Map.of(AnswerModel.BODY, body)));
    }
    return parts;
  }

  /** Constants that are returned where nothing fails, as far as clauses return others. */
  private static List<Instance> ofNoClause(Value returned, List<Instance> parts) {
    List<Instance> clauses = parts.stream().filter(Parts::onlyOfClause).toList();
    if (clauses.stream().anyMatch(clause -> given(clause).isNothing())) {
      return List.of();
    }
    return returned.alternatives().stream()
        .filter(Known.Constant.class::isInstance)
        .filter(known -> clauses.stream().noneMatch(c -> given(c).alternatives().contains(known)))
        .map(known -> new Instance(Answers.SOMETHING, Map.of(AnswerModel.BODY, Value.of(known))))
        .toList();
  }

  /** What a catch clause returned is known already, only not as an object. */
  private static boolean onlyOfClause(Instance part) {
    return part.type().equals(Answers.SOMETHING) && part.fields().containsKey(Answers.CAUGHT);
  }

  /**
   * What was done to the framework's response object counts where the returned object says nothing.
   */
  private static Instance withResponse(Instance part, Instance response) {
    boolean silent = !part.fields().containsKey(AnswerModel.STATUS);
    boolean page = response.fields().containsKey(AnswerModel.ERROR_PAGE);
    Instance whole = part;
    for (Map.Entry<String, Value> field : response.fields().entrySet()) {
      boolean header =
          field.getKey().startsWith(AnswerModel.HEADER) || field.getKey().equals(AnswerModel.RESET);
      if (header || page || silent) {
        whole = whole.with(field.getKey(), field.getValue());
      }
    }
    return whole;
  }

  /** Its statuses; {@code otherwise} if it names none; 0 if it names one that is not known. */
  public static SortedSet<Integer> statuses(Instance part, int otherwise) {
    Value status = part.fields().getOrDefault(AnswerModel.STATUS, Value.NOTHING);
    SortedSet<Integer> known = new TreeSet<>(Statuses.of(status));
    if (known.isEmpty()) {
      known.add(status.isNothing() ? otherwise : 0);
    }
    return known;
  }

  /**
   * The catch clause that gave a part which has the field {@link Answers#CAUGHT}.
   *
   * @param where it is, for people, after its head
   */
  public static Boundary clause(Instance part, String where) {
    String type = text(part, Answers.CLAUSE_TYPE);
    String simple = type.substring(type.lastIndexOf('.') + 1);
    return new Boundary(
        Boundary.Kind.CATCH,
        "catch (" + simple + ") " + where,
        place(text(part, Answers.CLAUSE).split(":", -1)),
        type,
        maker(text(part, Answers.MADE).split(":", 5)));
  }

  private static @Nullable Place place(String[] encoded) {
    return encoded.length < 3
        ? null
        : new Place(encoded[0], Integer.parseInt(encoded[1]), Integer.parseInt(encoded[2]));
  }

  private static @Nullable Maker maker(String[] encoded) {
    Place place = place(encoded);
    return place == null || encoded.length < 5
        ? null
        : new Maker(encoded[4], place, Boolean.parseBoolean(encoded[3]));
  }

  /** The first in alphabetical order where answers of several clauses became one; empty if none. */
  private static String text(Instance part, String field) {
    return part.fields().getOrDefault(field, Value.NOTHING).strings().stream()
        .sorted()
        .findFirst()
        .orElse("");
  }

  /** The same where what is returned is written, and names no view: also what a clause returns. */
  static Value text(Instance part) {
    Value body = body(part);
    boolean itself = !body.isNull() && body.instances().contains(part);
    return itself && !given(part).isNothing() ? given(part) : body;
  }

  private static Value given(Instance part) {
    return part.fields().getOrDefault(Answers.GIVEN, Value.NOTHING);
  }

  /** What is written for a part: its body, or the object itself if it is no wrapper. */
  public static Value body(Instance part) {
    if (given(part).isNull()) {
      return Value.NULL;
    }
    boolean wraps =
        part.fields().containsKey(AnswerModel.STATUS)
            || part.fields().containsKey(AnswerModel.BODY);
    boolean problem = part.type().endsWith(".ProblemDetail");
    return wraps && !problem
        ? part.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING)
        : Value.of(part);
  }
}
