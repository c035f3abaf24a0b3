package io.github.errorhygiene.contract;

/**
 * A method of the program that makes the answer which a catch clause returns.
 *
 * @param name what a developer calls it: {@code Resource#errorOf}
 * @param knowsFailure whether it is given the exception, and does not only get what the clause made
 *     of it
 */
public record Maker(String name, Place place, boolean knowsFailure) {}
