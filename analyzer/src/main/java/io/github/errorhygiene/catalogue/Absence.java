package io.github.errorhygiene.catalogue;

/** How a lookup says that it found nothing. */
public enum Absence {
  /** It returns null. */
  NULLABLE,
  /** It returns an empty {@code Optional}. */
  OPTIONAL,
  /** It returns a publisher or future that completes without a value. */
  EMPTY,
  /** It returns something in any case: a collection, a page, a primitive. */
  NEVER,
  /**
   * It returns something in any case, and whoever tests it for null finds it: {@code toCharArray}.
   */
  IMPOSSIBLE,
  /** It returns null for null, and for nothing else: {@code StringUtils.strip}. */
  AS_GIVEN,
  /**
   * The declared return type tells: an {@code Optional} is {@link #OPTIONAL}; a publisher is {@link
   * #EMPTY}; a primitive, array, collection, map, stream or page is {@link #NEVER}; anything else
   * is {@link #NULLABLE}.
   */
  BY_TYPE
}
