package io.github.errorhygiene.spring;

import io.github.errorhygiene.escape.Translation;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.Map;

/**
 * {@code PersistenceExceptionTranslationPostProcessor}: JPA's exceptions leave a {@code Repository}
 * bean as Spring's (EntityManagerFactoryUtils.convertJpaAccessExceptionIfPossible).
 */
public final class RepositoryTranslation implements Translation {
  private static final String REPOSITORY = "org.springframework.stereotype.Repository";
  private static final String DAO = "org.springframework.dao.";
  private static final String ORM = "org.springframework.orm.";

  /**
   * By simple name of the exception in {@code jakarta.persistence} or {@code javax.persistence}.
   */
  private static final Map<String, String> SEEN =
      Map.ofEntries(
          Map.entry("EntityNotFoundException", ORM + "jpa.JpaObjectRetrievalFailureException"),
          Map.entry("NoResultException", DAO + "EmptyResultDataAccessException"),
          Map.entry("NonUniqueResultException", DAO + "IncorrectResultSizeDataAccessException"),
          Map.entry("QueryTimeoutException", DAO + "QueryTimeoutException"),
          Map.entry("LockTimeoutException", DAO + "CannotAcquireLockException"),
          Map.entry("PessimisticLockException", DAO + "PessimisticLockingFailureException"),
          Map.entry("OptimisticLockException", ORM + "jpa.JpaOptimisticLockingFailureException"),
          Map.entry("EntityExistsException", DAO + "DataIntegrityViolationException"),
          Map.entry("TransactionRequiredException", DAO + "InvalidDataAccessApiUsageException"),
          Map.entry("PersistenceException", ORM + "jpa.JpaSystemException"));

  private static final String JAKARTA = "jakarta.";

  private final Merged merged;
  private final String namespace;

  public RepositoryTranslation(Program program, SpringVersion version) {
    this.merged = new Merged(program);
    this.namespace = version.namespace();
  }

  /** What was Java EE kept its old package names up to Spring 5. */
  @Override
  public String inUse(String exception) {
    return exception.startsWith(JAKARTA)
        ? namespace + "." + exception.substring(JAKARTA.length())
        : exception;
  }

  @Override
  public String seen(TypeSymbol owner, String exception) {
    boolean ofJpa =
        exception.startsWith("jakarta.persistence.") || exception.startsWith("javax.persistence.");
    if (!ofJpa || merged.onType(owner, REPOSITORY) == null) {
      return exception;
    }
    return SEEN.getOrDefault(Names.simple(exception), exception);
  }
}
