package io.github.errorhygiene.contract;

/**
 * One step of a trace.
 *
 * @param text what happens there, e.g. {@code calls OrderService#find(long)} or {@code throws
 *     OrderMissing}
 */
public record Step(Place place, String text) {}
