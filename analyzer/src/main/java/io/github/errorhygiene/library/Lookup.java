package io.github.errorhygiene.library;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Names lookups so that the same search through two doors – a repository's {@code existsById} and
 * its {@code findById}, an entity's repository and the mapper that reads it for display – has one
 * name: {@code Order#ById/0}, the last for the argument.
 */
public final class Lookup {
  private static final Set<String> BY_ID =
      Set.of(
          "find",
          "findone",
          "findreference",
          "get",
          "getone",
          "getreference",
          "load",
          "loadone",
          "loadreference");

  /** The question that answers for every other search by the same. */
  public static final String EXISTS = "exists";

  /** Other names of the same question. */
  private static final Set<String> CONTAINING = Set.of("contains", "containsBean", "containsKey");

  /** What a type is, rather than what it is about. */
  private static final Set<String> ROLES =
      Set.of(
          "Access",
          "Adapter",
          "Crud",
          "Custom",
          "Dao",
          "Data",
          "Default",
          "Facade",
          "Finder",
          "Gateway",
          "Impl",
          "Jdbc",
          "Jpa",
          "Loader",
          "Manager",
          "Mapper",
          "Mongo",
          "Persistence",
          "Port",
          "Provider",
          "Query",
          "Read",
          "Reader",
          "Redis",
          "Repo",
          "Repository",
          "Service",
          "Storage",
          "Store");

  private Lookup() {}

  /**
   * The name of a lookup; empty for what is no search for something stored.
   *
   * @param owner binary name of the type that is asked
   */
  public static String named(String owner, String method) {
    if (owner.isEmpty() || owner.startsWith("java.") || owner.contains(".servlet.")) {
      return "";
    }
    String simple = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    return about(simple) + "#" + by(method);
  }

  /**
   * The name of a look into a map that a field holds, whichever call that is; empty for what is
   * none.
   */
  public static String inTable(String field, String method) {
    return method.equals("get") || method.equals("containsKey") ? field + "#key" : "";
  }

  /** The same lookup, asked with something as its argument of that index. */
  public static String argument(String lookup, int index) {
    return lookup + "/" + index;
  }

  /** What the call was asked for is there: it was found by the same before. */
  public static boolean isFound(LibraryCall call) {
    return isFound(() -> named(call.owner(), call.name()), call.arguments());
  }

  /**
   * All that may vary in the arguments is known to find something in that lookup.
   *
   * @param lookup is asked only where something is known to find anything
   */
  public static boolean isFound(Supplier<String> lookup, List<Value> arguments) {
    for (Value argument : arguments) {
      if (!argument.data().found().isEmpty()) {
        return isFound(lookup.get(), arguments);
      }
    }
    return false;
  }

  private static boolean isFound(String lookup, List<Value> arguments) {
    boolean asked = false;
    for (int i = 0; i < arguments.size(); i++) {
      Dependence data = arguments.get(i).data();
      if (data.varies() && !isFound(lookup, i, data)) {
        return false;
      }
      asked |= data.varies();
    }
    return asked && !lookup.isEmpty();
  }

  private static boolean isFound(String lookup, int index, Dependence data) {
    if (data.found().isEmpty()) {
      return false;
    }
    int by = lookup.indexOf('#');
    String exists = by < 0 ? lookup : lookup.substring(0, by) + "#" + EXISTS;
    return data.found().contains(argument(lookup, index))
        || data.found().contains(argument(exists, index));
  }

  /** Whether it asks for the very thing, by all that it is given. */
  public static boolean isExistence(String lookup) {
    return lookup.endsWith("#" + EXISTS);
  }

  private static String about(String type) {
    StringBuilder words = new StringBuilder();
    int start = 0;
    for (int i = 1; i <= type.length(); i++) {
      if (i == type.length() || isStart(type, i)) {
        String word = type.substring(start, i);
        words.append(ROLES.contains(word) ? "" : word);
        start = i;
      }
    }
    return words.isEmpty() ? type : words.toString();
  }

  /** Whether a word starts after a small letter or digit. */
  private static boolean isStart(String type, int index) {
    char before = type.charAt(index - 1);
    char at = type.charAt(index);
    boolean small = (before >= 'a' && before <= 'z') || (before >= '0' && before <= '9');
    return small && at >= 'A' && at <= 'Z';
  }

  private static String by(String method) {
    int by = method.indexOf("By");
    if (by > 0 && by + 2 < method.length() && Character.isUpperCase(method.charAt(by + 2))) {
      String what = method.substring(by);
      return what.equals("ByPrimaryKey") ? "ById" : what;
    }
    if (CONTAINING.contains(method)) {
      return EXISTS;
    }
    return BY_ID.contains(method.toLowerCase(Locale.ROOT)) ? "ById" : method;
  }
}
