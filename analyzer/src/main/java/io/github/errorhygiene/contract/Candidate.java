package io.github.errorhygiene.contract;

import org.jspecify.annotations.Nullable;

/**
 * A boundary that was asked whether it takes a failure; explanation only.
 *
 * @param name what a developer calls it: {@code ApiErrors}, {@code ApiErrors#missing}
 * @param place null when the framework supplies it
 * @param taken whether it took the failure
 * @param reason why it did or did not, e.g. {@code handles OrderMissing}
 */
public record Candidate(String name, @Nullable Place place, boolean taken, String reason) {}
