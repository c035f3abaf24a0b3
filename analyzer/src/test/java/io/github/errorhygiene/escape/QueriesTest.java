package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries of Spring Data and JPA that clients shape. */
class QueriesTest {
  private static final String ROWS =
      """
      @jakarta.persistence.Entity class Book { @jakarta.persistence.Id Long id; String title; }
      interface Books extends org.springframework.data.jpa.repository.JpaRepository<Book, Long>,
          org.springframework.data.jpa.repository.JpaSpecificationExecutor<Book> {
        org.springframework.data.domain.Page<Book> findByTitle(
            String title, org.springframework.data.domain.Pageable page);
        @org.springframework.data.jpa.repository.Query("select b from Book b where b.title = ?1")
        List<Book> titled(String title, org.springframework.data.domain.Sort sort);
        @org.springframework.data.jpa.repository.Query(value = "select 1", nativeQuery = true)
        List<Book> all(org.springframework.data.domain.Pageable page);
      }
      """;

  private static String run(String parameters, String body) {
    return "Books books; void run(" + parameters + ") { " + body + " }";
  }

  private static final String PAGE = "org.springframework.data.domain.Pageable page";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "books.findAll(page);",
        "books.findByTitle(\"x\", page);",
        "books.findAll((book, query, builder) -> null, page);",
      })
  void anOrderThatTheClientNamesMayBeOfNoProperty(String query) {
    assertThat(escapesOf(run(PAGE, query), ROWS))
        .containsExactly("PropertyReferenceException because REQUEST");
  }

  @Test
  void ofAWrittenQueryTheProviderNoticesIt() {
    assertThat(
            escapesOf(
                run("org.springframework.data.domain.Sort sort", "books.titled(\"x\", sort);"),
                ROWS))
        .containsExactly("InvalidDataAccessApiUsageException because REQUEST");
    assertThat(escapesOf(run(PAGE, "books.all(page);"), ROWS)).isEmpty();
  }

  @Test
  void aConstantOrderIsKnown() {
    assertThat(
            escapesOf(
                run(
                    "int page",
                    """
                    var sort = org.springframework.data.domain.Sort.by("title");
                    books.findByTitle("x",
                        org.springframework.data.domain.PageRequest.of(0, 10, sort));
                    """),
                ROWS))
        .isEmpty();
  }

  @Test
  void documentsAreSortedByAnything() {
    String documents =
        """
        @org.springframework.data.mongodb.core.mapping.Document class Page { String text; }
        interface Pages extends org.springframework.data.repository.PagingAndSortingRepository<
            Page, String> {}
        """;
    assertThat(escapesOf("Pages pages; void run(" + PAGE + ") { pages.findAll(page); }", documents))
        .isEmpty();
  }

  @Test
  void anAttributeThatTheClientNamesMayNotBeThere() {
    String get = "root.get(%s);";
    String parameters = "jakarta.persistence.criteria.Root<Order> root, String by";
    assertThat(escapesOf(run(parameters, get.formatted("by")), ROWS))
        .containsExactly("IllegalArgumentException because REQUEST");
    assertThat(escapesOf(run(parameters, get.formatted("\"title\"")), ROWS)).isEmpty();
  }

  @Test
  void thatNothingExistsIsNoNull() {
    String books = "interface Named extends Books { Boolean existsByTitle(String title); }";
    assertThat(
            escapesOf(
                """
                Named named;
                void run(String title) {
                  if (named.existsByTitle(title)) return;
                  Boolean exists = named.existsByTitle(title);
                  boolean free = !exists;
                }
                """,
                ROWS,
                books))
        .isEmpty();
  }
}
