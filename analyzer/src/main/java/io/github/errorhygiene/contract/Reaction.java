package io.github.errorhygiene.contract;

import org.jspecify.annotations.Nullable;

/**
 * Who answers a failure, and how.
 *
 * @param boundary null: the framework's default
 */
public record Reaction(@Nullable Boundary boundary, Answer answer) {}
