package io.github.errorhygiene.catalogue;

/**
 * What a call of a library does that no exception shows: to the body of the request, or by trying
 * again.
 */
public enum Habit {
  /** Gives the body of the request as it comes in: {@code ServletRequest.getInputStream}. */
  GIVES_STREAM,
  /** Gives the body of the request, to be asked for in some form: Helidon's {@code content()}. */
  GIVES_BODY,
  /** Gives an uploaded file as a stream: {@code Part.getInputStream}. */
  GIVES_UPLOAD,
  /** Gives all of the request's body, as it comes in: Vert.x's {@code bodyHandler}. */
  READS_STREAM,
  /** Gives all of the request's body, as the framework has read it: Spark's {@code body()}. */
  READS_BODY,
  /** Gives all of an uploaded file: {@code MultipartFile.getBytes}. */
  READS_UPLOAD,
  /** Reads what it is given, or called on, to its end: {@code InputStream.readAllBytes}. */
  READS_TO_END,
  /** Reads some of what it is called on: {@code BufferedReader.readLine}. */
  READS_SOME,
  /** Copies what it is given, or called on, into what it is given: {@code IOUtils.copy}. */
  COPIES,
  /** Gives what it is given on, up to a limit: {@code ByteStreams.limit}. */
  LIMITS,
  /** Tries again at once, a number of times: {@code Mono.retry(3)}. */
  RETRIES_AT_ONCE,
  /** Tries again at once, until it succeeds: {@code Mono.retry()}. */
  RETRIES_FOREVER,
  /** Makes what would try again at once wait before it does: {@code UniRetry.withBackOff}. */
  PAUSES
}
