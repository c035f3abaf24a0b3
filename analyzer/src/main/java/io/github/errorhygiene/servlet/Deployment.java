package io.github.errorhygiene.servlet;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a web application consists of.
 *
 * @param servlets in any order
 * @param filters in the order in which they run; one for each mapping
 * @param pages in order
 */
public record Deployment(
    List<Servlet> servlets, List<FilterMapping> filters, List<FailurePage> pages) {
  public Deployment {
    servlets = List.copyOf(servlets);
    filters = List.copyOf(filters);
    pages = List.copyOf(pages);
  }

  /** A servlet of the sources. */
  public record Servlet(String name, TypeSymbol type, List<String> patterns) {
    public Servlet {
      patterns = List.copyOf(patterns);
    }
  }

  /**
   * A filter of the sources, and when it runs.
   *
   * @param patterns of URLs
   * @param servlets names of servlets
   */
  public record FilterMapping(TypeSymbol type, List<String> patterns, List<String> servlets) {
    public FilterMapping {
      patterns = List.copyOf(patterns);
      servlets = List.copyOf(servlets);
    }

    boolean covers(String pattern, String servlet) {
      return servlets.contains(servlet)
          || servlets.contains("*")
          || patterns.stream().anyMatch(wide -> Patterns.covers(wide, pattern));
    }
  }

  /**
   * An {@code error-page}.
   *
   * @param status 0: not by status
   * @param exception binary name; empty: not by exception. Neither: for all failures
   * @param place where it is declared; null if unknown
   */
  public record FailurePage(int status, String exception, String location, @Nullable Place place) {}

  Deployment and(Deployment more) {
    return new Deployment(
        joined(servlets, more.servlets), joined(filters, more.filters), joined(pages, more.pages));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all.stream().distinct().toList();
  }

  /** The servlet that answers requests for a path; null if none of the sources does. */
  @Nullable Servlet at(String path) {
    for (Servlet servlet : servlets) {
      if (servlet.patterns().contains(path)) {
        return servlet;
      }
    }
    for (Servlet servlet : servlets) {
      if (servlet.patterns().stream().anyMatch(wide -> Patterns.covers(wide, path))) {
        return servlet;
      }
    }
    return null;
  }
}
