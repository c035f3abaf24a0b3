package io.github.errorhygiene.suggest;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.remedy.Kit;
import io.github.errorhygiene.remedy.OwnPackages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The endpoints below one source root that one framework runs.
 *
 * @param root the source root, relative, with {@code /} at its end; empty for the analysed root
 * @param above directories of packages that lie above the source root, with {@code /} at the end;
 *     empty but for a root inside of a package
 * @param suffix what tells the names of its classes from those of other modules; empty for a single
 *     one
 * @param reach what the paths of its application's files begin with
 * @param home the package below which the application's classes are found; empty if anywhere
 */
record Module(
    String root,
    String above,
    Kit kit,
    String suffix,
    String reach,
    String home,
    List<Contract> contracts) {
  private record Key(String root, String above, Kit kit) {}

  /** Those for which classes can be written, in the order of their endpoints. */
  static List<Module> of(Application application) {
    Map<Key, List<Contract>> byKey = new LinkedHashMap<>();
    for (Contract contract : application.contracts()) {
      Optional<Kit> kit = Kit.of(contract.framework());
      kit.ifPresent(
          known ->
              byKey.computeIfAbsent(key(contract, known), key -> new ArrayList<>()).add(contract));
    }
    List<Module> modules = new ArrayList<>();
    byKey.forEach(
        (key, contracts) ->
            modules.add(
                new Module(
                    key.root(),
                    key.above(),
                    key.kit(),
                    byKey.size() == 1 ? "" : suffix(key.root()),
                    key.root(),
                    "",
                    contracts)));
    return modules;
  }

  /**
   * Those that run together as one, where the sources have a single class that starts them all.
   *
   * @param starters the files of such classes, with their packages
   */
  static List<Module> started(List<Module> modules, Map<String, String> starters) {
    boolean same = modules.stream().map(Module::kit).distinct().count() == 1;
    if (starters.size() != 1 || !same || modules.stream().anyMatch(each -> !each.above.isEmpty())) {
      return modules;
    }
    Map.Entry<String, String> starter = starters.entrySet().iterator().next();
    String file = starter.getKey();
    String home = starter.getValue();
    String directory = file.substring(0, file.lastIndexOf('/') + 1);
    if (!directory.endsWith(directory(home))) {
      return modules;
    }
    List<Contract> all = modules.stream().flatMap(each -> each.contracts.stream()).toList();
    String root = directory.substring(0, directory.length() - directory(home).length());
    return List.of(new Module(root, "", modules.get(0).kit, "", "", home, all));
  }

  /** The source root of an endpoint's file, and what of its package lies above the root. */
  private static Key key(Contract contract, Kit kit) {
    String file = contract.endpoint().place().file();
    String directory = file.substring(0, file.lastIndexOf('/') + 1);
    String path = directory(OwnPackages.packageOf(contract.endpoint().handler()));
    if (directory.endsWith(path)) {
      return new Key(directory.substring(0, directory.length() - path.length()), "", kit);
    }
    return path.endsWith("/" + directory) || directory.isEmpty()
        ? new Key("", path.substring(0, path.length() - directory.length()), kit)
        : new Key(directory, path, kit);
  }

  private static String directory(String packageName) {
    return packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
  }

  /** {@code OrderService} of {@code services/order-service/src/main/java/}. */
  private static String suffix(String root) {
    String module = root.replaceFirst("/?src/main/java/$", "").replaceFirst(".*/", "");
    StringBuilder suffix = new StringBuilder();
    for (String word : module.split("[^A-Za-z0-9]+", 0)) {
      suffix.append(
          word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return suffix.toString();
  }

  /** Where all its handlers are, or the first. */
  String packageName() {
    List<String> packages =
        contracts.stream()
            .map(contract -> OwnPackages.packageOf(contract.endpoint().handler()))
            .distinct()
            .toList();
    String common = OwnPackages.common(packages);
    String near = common.contains(".") || packages.contains(common) ? common : packages.get(0);
    return (near + ".").startsWith(home + ".") || home.isEmpty() ? near : home;
  }

  /** The file of a class in {@link #packageName}. */
  String path(String className) {
    return file(directory(packageName()) + className);
  }

  /** The file of a type. */
  String file(String type) {
    String path = type.replace('.', '/') + ".java";
    return root + (path.startsWith(above) ? path.substring(above.length()) : path);
  }

  /** Whether it is one of its endpoints, whatever else has changed. */
  boolean serves(Endpoint endpoint) {
    return contracts.stream()
        .anyMatch(contract -> contract.endpoint().handler().equals(endpoint.handler()));
  }

  boolean has(Contract contract) {
    return contracts.contains(contract);
  }

  boolean has(Failure failure) {
    return contracts.stream().anyMatch(contract -> contract.failures().contains(failure));
  }

  /** Whether the place is in a file of its application. */
  boolean has(Place place) {
    return has(place.file());
  }

  /** Whether the file is one of its application. */
  boolean has(String file) {
    return file.startsWith(reach);
  }

  Stream<Failure> failures() {
    return contracts.stream().flatMap(contract -> contract.failures().stream());
  }
}
