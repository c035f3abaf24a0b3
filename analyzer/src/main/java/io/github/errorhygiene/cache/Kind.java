package io.github.errorhygiene.cache;

/** What follows in the bytes. The order is the format: see {@link CacheFile}. */
enum Kind {
  NONE,
  // expressions
  LITERAL,
  NAME,
  SELECT,
  CALL,
  NEW,
  LAMBDA,
  METHOD_REF,
  ASSIGN,
  UNARY,
  BINARY,
  CONDITIONAL,
  CAST,
  INSTANCE_OF,
  INDEX,
  NEW_ARRAY,
  ARRAY_LITERAL,
  CLASS_LITERAL,
  THIS,
  SWITCH_EXPR,
  ANNOTATION_VALUE,
  // statements
  BLOCK,
  LOCAL,
  LOCAL_TYPE,
  EVAL,
  IF,
  LOOP,
  FOR_EACH,
  SWITCH,
  RETURN,
  THROW,
  TRY,
  JUMP,
  LABELED,
  // patterns
  OF_TYPE,
  OF_RECORD,
  // values of literals
  STRING,
  INT,
  LONG,
  FLOAT,
  DOUBLE,
  CHAR,
  TRUE,
  FALSE;

  static final Kind[] ALL = values();
}
