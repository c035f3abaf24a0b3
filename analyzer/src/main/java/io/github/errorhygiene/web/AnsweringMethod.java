package io.github.errorhygiene.web;

import io.github.errorhygiene.program.MethodSymbol;

/**
 * A method that answers exceptions for many endpoints.
 *
 * @param status that an annotation declares for it; 0 if none does
 */
public record AnsweringMethod(MethodSymbol method, int status) {}
