package io.github.errorhygiene.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What an analysis came to.
 *
 * @param verdict null if the rules have to judge anew
 */
record Result(Outcome outcome, @Nullable Verdict verdict) {}
