package io.github.errorhygiene.library;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Type;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the results of library calls depend on. Some calls make their result of what they are given:
 * {@code parse}, {@code trim}, {@code readValue}. Others choose it by what they are given, out of
 * what was there before: {@code get}, {@code filter}, {@code findFirst}. What is in it does not
 * depend on what it was chosen by; whether there is any does.
 */
public final class Chosen {
  private static final String MAP = "java.util.Map";
  private static final String STREAM = "java.util.stream.BaseStream";

  /** Types of which an object holds some elements, or none. */
  private static final List<String> HOLDERS =
      List.of("java.lang.Iterable", "java.util.Iterator", MAP, STREAM);

  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.lang.Iterable",
          "java.util.Collection",
          "java.util.List",
          "java.util.Set",
          "java.util.stream.Stream");

  /** Calls of streams that go on with some of the elements, or in another order. */
  private static final Set<String> CHOOSING =
      Set.of(
          "distinct", "dropWhile", "filter", "limit", "max", "min", "skip", "sorted", "takeWhile");

  /** Calls of streams that go on with what a function makes of the elements. */
  private static final Set<String> MAPPING =
      Set.of(
          "flatMap",
          "flatMapToInt",
          "flatMapToLong",
          "map",
          "mapToDouble",
          "mapToInt",
          "mapToLong",
          "mapToObj");

  /** Names of calls that choose among what their receiver holds. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(at|compute|find|first|get|last|opt|path|peek|poll|pop|remove|subList)([A-Z]\\w*)?");

  /** Names of calls that ask a collaborator for something that is there. */
  private static final Pattern STORED =
      Pattern.compile("(fetch|find|get|list|lookup|query|retrieve|search|select)([A-Z]\\w*)?");

  /** Names of calls that hand something to whoever answers. */
  private static final Pattern ANSWERED =
      Pattern.compile("(call|execute|exchange|invoke|poll|receive|request|run|send)([A-Z]\\w*)?");

  private static final Set<String> NUMBERS = Set.of("boolean", "int", "long");

  /** Which page of how many elements, and the order: its properties alone can be wrong ones. */
  private static final Set<String> PAGES = Roles.of(Role.PAGE_OF_ROWS);

  private static final Set<String> COUNTS =
      Set.of("int", "java.lang.Integer", "java.lang.Long", "long");

  private Chosen() {}

  public static Dependence data(LibraryCall call, Value fromFunctions) {
    if (isPage(call)) {
      return made(call);
    }
    Dependence held = call.receiver().data();
    Dependence by = given(call).and(fromFunctions.data());
    if (isOf(call, STREAM) && CHOOSING.contains(call.name())) {
      return held.chosenBy(by);
    }
    if (isOf(call, STREAM) && MAPPING.contains(call.name()) && !fromFunctions.isNothing()) {
      return fromFunctions.data().chosenBy(held);
    }
    if (isQuestion(call)) {
      return held.decided().and(by.decided());
    }
    if (isPart(call)) {
      return part(call, held).and(fromFunctions.data()).chosenBy(given(call));
    }
    if (isAnswered(call, fromFunctions)) {
      return (held.on(Cause.UPSTREAM) ? held : Dependence.STATE).chosenBy(given(call));
    }
    return isStored(call)
        ? Dependence.STATE.and(fromFunctions.data()).chosenBy(given(call))
        : held.and(by);
  }

  /** Of several that a store gives, how many there are depends on what it was asked. */
  public static Dependence out(LibraryCall call, Dependence data) {
    boolean several =
        data.first() == Cause.STATE && COLLECTIONS.contains(call.returnType().erasure());
    return several ? data.chosenBy(given(call)) : data;
  }

  /**
   * What a new object depends on. Numbers that a collection is made with, and which page it is, say
   * how much is in it.
   */
  public static Dependence made(LibraryCall call) {
    if (!isPage(call) && call.owners().stream().noneMatch(HOLDERS::contains)) {
      return call.inputs();
    }
    Dependence held = Dependence.CONSTANT;
    Dependence by = Dependence.NONE;
    for (int i = 0; i < call.arguments().size(); i++) {
      boolean counts = isCount(call, i);
      Dependence data = call.arguments().get(i).data();
      held = counts ? held : held.and(data);
      by = counts ? by.and(data) : by;
    }
    return held.whole().chosenBy(by);
  }

  private static boolean isCount(LibraryCall call, int index) {
    List<Type> types = call.argumentTypes();
    return index < types.size()
        && (types.get(index) instanceof Type.Primitive
            || COUNTS.contains(types.get(index).erasure())
            || PAGES.contains(types.get(index).erasure()));
  }

  /** {@code PageRequest.of}, or what it was before Spring Data 2. */
  private static boolean isPage(LibraryCall call) {
    return call.receiver().isNothing() && PAGES.contains(call.owner());
  }

  /** How many there are, or whether there is any. */
  private static boolean isQuestion(LibraryCall call) {
    return NUMBERS.contains(call.returnType().erasure())
        && call.owners().stream().anyMatch(HOLDERS::contains);
  }

  /** Of what varies a part is asked for; of a table whatever it is. */
  private static boolean isPart(LibraryCall call) {
    Dependence held = call.receiver().data();
    boolean told = held.varies() && !held.on(Cause.UNKNOWN);
    return (told || isOf(call, MAP))
        && isOfObject(call)
        && !call.owner().equals("java.lang.String")
        && PARTS.matcher(call.name()).matches();
  }

  /** What a fixed table holds under a key that the client chose is there, if anything is. */
  private static Dependence part(LibraryCall call, Dependence held) {
    boolean chosen = call.inputs().varies();
    return held.varies() ? held : (chosen ? Dependence.STATE : held).with(Dependence.Trait.CHECKED);
  }

  /** Something that comes with the program is asked for what it has. */
  private static boolean isStored(LibraryCall call) {
    return isOfObject(call)
        && call.receiver().data().isNone()
        && call.receiver().alternatives().isEmpty()
        && !call.owner().startsWith("java.")
        && !call.arguments().isEmpty()
        && STORED.matcher(call.name()).matches();
  }

  /**
   * A library's object that was made of nothing that the client sent, such as a session of a
   * database of which nobody has told anything, is asked: what it answers is not what it was given.
   */
  private static boolean isAnswered(LibraryCall call, Value fromFunctions) {
    Dependence asked = call.receiver().data();
    boolean keeps = !asked.on(Cause.UNKNOWN) && STORED.matcher(call.name()).matches();
    return isOfObject(call)
        && fromFunctions.isNothing()
        && !asked.on(Cause.REQUEST)
        && !call.owner().startsWith("java.")
        && !call.arguments().isEmpty()
        && (keeps || ANSWERED.matcher(call.name()).matches());
  }

  private static boolean isOfObject(LibraryCall call) {
    return !call.isConstructor() && call.method() != null && !call.method().isStatic();
  }

  private static boolean isOf(LibraryCall call, String type) {
    return call.owners().contains(type);
  }

  private static Dependence given(LibraryCall call) {
    Dependence given = Dependence.NONE;
    for (Value argument : call.arguments()) {
      given = given.and(argument.data());
    }
    return given;
  }
}
