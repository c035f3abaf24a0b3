package io.github.errorhygiene.analysis;

/** Told how far an analysis is. Called from one thread at a time. */
public interface Progress {
  /** Says nothing. */
  Progress SILENT = (stage, done, total) -> {};

  /**
   * A step was made.
   *
   * @param stage what is being done, for people, e.g. {@code reading}
   * @param done steps made, from 0
   * @param total steps in this stage; 0 if not known
   */
  void at(String stage, int done, int total);
}
