package io.github.errorhygiene.catalogue;

/** What types, annotations or static methods of libraries are for; see {@code roles.yaml}. */
public enum Role {
  /** On a method that a container calls once an object is put together. */
  AFTER_CONSTRUCTION,
  /**
   * A future of a framework that leaves it to the program when a request is answered: where nobody
   * asks whether it failed, nobody answers.
   */
  ANSWERED_BY_PROGRAM,
  /** On a class, or on an annotation of a class: a container makes objects of it. */
  BEAN,
  /** On a method whose result a container hands out, or on the class that has such methods. */
  BEAN_FACTORY,
  /** A function that writes the body of the answer while it is sent. */
  BODY_WRITER,
  /**
   * A future or publisher, or what stands for one while it is being put together: failures come out
   * of it instead of what it completes with.
   */
  CARRIER,
  /** On what must not be {@code null}. */
  DEMANDED,
  /** A future whose failure is lost if nobody keeps it. */
  DROPPED_IN_SILENCE,
  /** On a class whose objects are rows of a store. */
  ENTITY,
  /** A method that gives the annotation of a class that it is asked for. */
  FINDS_ANNOTATION,
  /** A static method that gives the innermost cause of an exception, or the exception itself. */
  FINDS_ROOT_CAUSE,
  /** On a key of rows that the store makes up. */
  GENERATED_KEY,
  /** Holds a value or none, and says itself that it is empty, so that using it is safe. */
  HOLDER,
  /** On a member that is not written into JSON. */
  JSON_IGNORED,
  /** On a member whose {@code value} is its name in JSON. */
  JSON_NAME,
  /** On a class: how the names of its members are made names in JSON. */
  JSON_NAMING,
  /** On the key of rows. */
  KEY,
  /** What is put into it stays in memory. */
  MEMORY,
  /** A map whose lists of values have at least one. */
  MULTI_MAP,
  /** Nobody gives {@code null} for it: there may be nothing in it instead. */
  NEVER_ABSENT,
  /** Says in which order rows are asked for. */
  ORDER_OF_ROWS,
  /** Says which of many rows are asked for. */
  PAGE_OF_ROWS,
  /** On the bean that counts where there are several. */
  PRIMARY,
  /** Names the bean that is wanted. */
  QUALIFIER,
  /** Names the bean that is wanted by its {@code name}. */
  RESOURCE,
  /** On what gets its value from the settings. */
  SETTING,
  /** An exception of a client to which an upstream answered, and whose status it carries. */
  UPSTREAM_ANSWERED
}
