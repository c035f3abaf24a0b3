package io.github.errorhygiene.library;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls on collections, streams and the like that give the elements on, or one of them. */
public final class Elements {
  private static final List<String> HOLDERS =
      List.of(
          "java.lang.Iterable",
          "java.util.Iterator",
          "java.util.Map",
          "java.util.Map$Entry",
          "java.util.Optional",
          "java.util.stream.BaseStream");

  /** Calls after which there are as many elements, or at least one if there was one. */
  private static final Set<String> KEEPING =
      Set.of(
          "boxed",
          "distinct",
          "entrySet",
          "iterator",
          "keySet",
          "map",
          "mapToDouble",
          "mapToInt",
          "mapToLong",
          "mapToObj",
          "parallel",
          "parallelStream",
          "peek",
          "sequential",
          "sorted",
          "spliterator",
          "stream",
          "toList",
          "values");

  /** Calls that give the same elements on, or one of them. */
  private static final Set<String> GIVING =
      Set.of(
          "distinct",
          "elements",
          "entrySet",
          "filter",
          "findAny",
          "findFirst",
          "get",
          "getFirst",
          "getKey",
          "getLast",
          "getOrDefault",
          "getValue",
          "iterator",
          "limit",
          "next",
          "orElse",
          "orElseGet",
          "orElseThrow",
          "parallelStream",
          "peek",
          "skip",
          "sorted",
          "stream",
          "toList",
          "values");

  /** Maps from names to lists that are never empty. */
  private static final Set<String> FILLED = Roles.of(Role.MULTI_MAP);

  private static final Set<String> COLLECTING = Set.of("collect", "toList");

  private static final Set<String> COLLECTIONS =
      Set.of("java.util.Collection", "java.util.List", "java.util.Map", "java.util.Set");

  /** Calls that give exactly the same elements. */
  private static final Set<String> SAME =
      Set.of("distinct", "parallelStream", "sorted", "spliterator", "stream");

  /** Names of calls of collections and maps that put something in. */
  private static final Pattern PUTTING =
      Pattern.compile("(add|compute|insert|merge|offer|push|put|replace|set)([A-Z]\\w*)?");

  private Elements() {}

  /** Whether a collection or map is asked something, and not given anything. */
  public static boolean isAsked(LibraryCall call) {
    boolean holds =
        call.owners().contains("java.util.Collection") || call.owners().contains("java.util.Map");
    return holds && !PUTTING.matcher(call.name()).matches();
  }

  /** What is read from a request that was checked as a whole was checked. */
  public static Dependence read(LibraryCall call, Dependence data) {
    Dependence of = call.receiver().data();
    boolean checked = of.has(Trait.CHECKED) && of.on(Cause.REQUEST) && data.on(Cause.REQUEST);
    return checked ? data.with(Trait.CHECKED) : data;
  }

  /** A name that was sent has at least one value: of what parameters and headers are kept in. */
  public static boolean areFilled(LibraryCall call) {
    return call.name().equals("forEach") && call.owners().stream().anyMatch(FILLED::contains);
  }

  /** What is still true of an element, or of the elements, of what was asked. */
  public static Dependence given(LibraryCall call, Dependence computed, Value fromFunctions) {
    Dependence of =
        GIVING.contains(call.name()) && call.owners().stream().anyMatch(HOLDERS::contains)
            ? call.receiver().data()
            : fromFunctions.data();
    Dependence data = of.has(Trait.INPUT) ? computed.with(Trait.INPUT) : computed;
    data = of.has(Trait.INPUT) && of.has(Trait.VALID) ? data.with(Trait.VALID) : data;
    data = of.has(Trait.INPUT) ? data.foundBy(of.found()) : data;
    data = call.name().equals("filter") ? data.foundBy(fromFunctions.data().found()) : data;
    boolean passed = call.name().equals("filter") && fromFunctions.data().has(Trait.CHECKED);
    data = passed ? data.with(Trait.CHECKED) : data;
    data = call.name().equals("filter") ? data.foundBy(fromFunctions.data().found()) : data;
    return (keeps(call) || isCollected(call)) && call.receiver().data().has(Trait.NOT_EMPTY)
        ? data.with(Trait.NOT_EMPTY)
        : data;
  }

  /** Of an element: what is sure of those that a client sent is sure of each. */
  public static Dependence of(Dependence holder) {
    Dependence element = holder.apart().without(Trait.NOT_EMPTY);
    return holder.has(Trait.INPUT) ? element.foundBy(holder.found()) : element;
  }

  /** What a stream is of: the same elements. */
  public static Expr holder(Expr elements) {
    Expr holder = elements;
    while (holder instanceof Expr.Call call
        && call.receiver() != null
        && SAME.contains(call.name())) {
      holder = call.receiver();
    }
    return holder;
  }

  /** What of what is sure of each element may be said of all that they are in. */
  public static Dependence promised(Dependence sure) {
    return sure.without(Trait.NOT_EMPTY).without(Trait.MEASURED).without(Trait.VOUCHED);
  }

  /** Whether the result has elements if the receiver has. */
  static boolean keeps(LibraryCall call) {
    return KEEPING.contains(call.name()) && call.owners().stream().anyMatch(HOLDERS::contains);
  }

  /** What a stream's elements are collected in is there, whatever is in it. */
  public static boolean isCollected(LibraryCall call) {
    String returned = call.returnType().erasure();
    return COLLECTING.contains(call.name())
        && call.owners().contains("java.util.stream.BaseStream")
        && COLLECTIONS.contains(returned);
  }

  /** The first of a stream that has elements. */
  public static boolean hasSome(LibraryCall call) {
    return call.receiver().data().has(Trait.NOT_EMPTY)
        && call.owners().contains("java.util.stream.BaseStream");
  }
}
