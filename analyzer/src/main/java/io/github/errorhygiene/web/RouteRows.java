package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.library.LibraryModel.Setup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls by which frameworks are set up: {@code routes.yaml} beside an adapter. */
public final class RouteRows {
  /** Of frameworks that are not set up by calls. */
  public static final RouteRows NONE = new RouteRows(Map.of());

  private final Map<String, List<RouteRow>> rows;

  private RouteRows(Map<String, List<RouteRow>> rows) {
    this.rows = rows;
  }

  /**
   * The rows of a bundled file.
   *
   * @param beside the class whose package holds the file
   * @throws IllegalStateException if the bundled file is missing: a bug of this project
   */
  public static RouteRows load(Class<?> beside, String resource) {
    Map<String, List<RouteRow>> rows = new HashMap<>();
    for (Map<?, ?> row : YamlRows.read(beside, resource)) {
      for (CallPattern call : CallPattern.of(row)) {
        rows.computeIfAbsent(call.owner(), owner -> new ArrayList<>()).add(RouteRow.of(call, row));
      }
    }
    return new RouteRows(rows);
  }

  static RouteRows of(List<Adapter> adapters) {
    Map<String, List<RouteRow>> all = new HashMap<>();
    for (Adapter adapter : adapters) {
      adapter.routes().rows.forEach((owner, more) -> all.merge(owner, more, RouteRows::joined));
    }
    return new RouteRows(all);
  }

  /** These and more. */
  public RouteRows and(RouteRows more) {
    Map<String, List<RouteRow>> all = new HashMap<>(rows);
    more.rows.forEach((owner, others) -> all.merge(owner, others, RouteRows::joined));
    return new RouteRows(all);
  }

  private static List<RouteRow> joined(List<RouteRow> some, List<RouteRow> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  /** The row of a call; null if it registers nothing. */
  public @Nullable RouteRow row(LibraryCall call) {
    for (String owner : call.owners()) {
      for (RouteRow row : rows.getOrDefault(owner, List.of())) {
        if (row.fits(call)) {
          return row;
        }
      }
    }
    return null;
  }

  @Nullable Setup setup(LibraryCall call) {
    RouteRow row = row(call);
    return row == null ? null : row.setup();
  }

  /** Whether a method of one of these types, so named, registers something. */
  boolean speakOf(List<String> owners, String name) {
    return owners.stream()
        .flatMap(owner -> rows.getOrDefault(owner, List.of()).stream())
        .filter(row -> !row.made())
        .anyMatch(row -> row.call().names().contains(name));
  }

  /** Whether a method so named may register something. */
  boolean speakOf(String name) {
    return !name.equals("<init>") && speakOf(List.copyOf(rows.keySet()), name);
  }

  /** Whether a source file of a project imports a type whose methods register something. */
  public boolean areUsedIn(Project project) {
    return packages().stream().anyMatch(project::imports);
  }

  /** The packages of the types whose methods register something. */
  SortedSet<String> packages() {
    SortedSet<String> packages = new TreeSet<>();
    rows.values().stream()
        .flatMap(List::stream)
        .filter(row -> !row.made())
        .map(row -> row.call().owner())
        .forEach(owner -> packages.add(owner.substring(0, owner.lastIndexOf('.') + 1)));
    return packages;
  }
}
