package io.github.errorhygiene.webxml;

import io.github.errorhygiene.unit.Position;
import java.util.List;

/**
 * A {@code web.xml} (Servlet 6, chapter 14).
 *
 * @param file path relative to the project
 * @param servlets in order
 * @param filters in the order of their mappings, which is the order in which they run; one for each
 *     mapping
 * @param errorPages in order
 */
public record WebXml(
    String file, List<Servlet> servlets, List<Filter> filters, List<ErrorPage> errorPages) {
  public WebXml {
    servlets = List.copyOf(servlets);
    filters = List.copyOf(filters);
    errorPages = List.copyOf(errorPages);
  }

  /**
   * A servlet.
   *
   * @param type binary name of its class; empty for a JSP
   * @param patterns of its URLs
   */
  public record Servlet(String name, String type, List<String> patterns) {
    public Servlet {
      patterns = List.copyOf(patterns);
    }
  }

  /**
   * A mapping of a filter.
   *
   * @param type binary name of its class
   * @param patterns of URLs
   * @param servlets names of servlets
   * @param dispatchers empty: requests only
   */
  public record Filter(
      String type, List<String> patterns, List<String> servlets, List<String> dispatchers) {
    public Filter {
      patterns = List.copyOf(patterns);
      servlets = List.copyOf(servlets);
      dispatchers = List.copyOf(dispatchers);
    }
  }

  /**
   * A page for failures.
   *
   * @param status 0: not by status
   * @param exception binary name; empty: not by exception. Neither: for all failures
   * @param position of its element
   */
  public record ErrorPage(int status, String exception, String location, Position position) {}
}
