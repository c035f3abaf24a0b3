package io.github.errorhygiene.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways in which a method returns: what it returns, by what it did to the framework's response
 * object before. {@code sendError(404); return null;} and {@code return order;} are two of them.
 */
public final class Exits {
  private static final int MOST = 12;

  private final Map<Value, Value> returnedByAnswer = new LinkedHashMap<>(2);

  /** One more way; beyond twelve the first one stands for it. */
  public void add(Value answer, Value returned) {
    boolean known = returnedByAnswer.containsKey(answer) || returnedByAnswer.size() < MOST;
    Value key = known ? answer : returnedByAnswer.keySet().iterator().next();
    returnedByAnswer.merge(key, returned, Value::join);
  }

  /** Takes over those of another; true if something is new. */
  boolean addAll(Exits others) {
    Map<Value, Value> before = new LinkedHashMap<>(returnedByAnswer);
    others.returnedByAnswer.forEach((answer, value) -> add(answer.cut(3), value.cut(4)));
    return !before.equals(returnedByAnswer);
  }

  List<Summary.Exit> all() {
    List<Summary.Exit> all = new ArrayList<>();
    returnedByAnswer.forEach((answer, returned) -> all.add(new Summary.Exit(answer, returned)));
    return all;
  }
}
