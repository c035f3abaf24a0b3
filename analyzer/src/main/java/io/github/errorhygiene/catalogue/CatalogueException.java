package io.github.errorhygiene.catalogue;

/**
 * A row that cannot be read. The message starts with {@code file:line: } and says what is expected.
 */
public final class CatalogueException extends Exception {
  private static final long serialVersionUID = 1L;

  CatalogueException(String file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
