package io.github.errorhygiene.remedy;

import io.github.errorhygiene.contract.Application;
import java.util.Arrays;
import java.util.List;

/** What the packages of an application's handlers have in common. */
public final class OwnPackages {
  private OwnPackages() {}

  /** {@code com.acme.shop}; empty without handlers or if they have nothing in common. */
  public static String of(Application application) {
    return common(
        application.contracts().stream()
            .map(contract -> packageOf(contract.endpoint().handler()))
            .distinct()
            .toList());
  }

  /** What these packages begin with, in whole names. */
  public static String common(List<String> packages) {
    List<String> common = packages.isEmpty() ? List.of() : parts(packages.get(0));
    for (String each : packages) {
      List<String> parts = parts(each);
      int n = 0;
      while (n < Math.min(common.size(), parts.size()) && common.get(n).equals(parts.get(n))) {
        n++;
      }
      common = common.subList(0, n);
    }
    return String.join(".", common);
  }

  /**
   * The package of a handler.
   *
   * @param handler {@code com.acme.Orders#get(long)}
   */
  public static String packageOf(String handler) {
    String type = handler.replaceFirst("#.*", "");
    StringBuilder name = new StringBuilder();
    for (String part : parts(type)) {
      if (part.isEmpty() || Character.isUpperCase(part.charAt(0))) {
        break;
      }
      name.append(name.isEmpty() ? "" : ".").append(part);
    }
    return name.toString();
  }

  private static List<String> parts(String name) {
    return Arrays.asList(name.split("\\."));
  }
}
