package io.github.errorhygiene.program;

/** What a name stands for. */
public sealed interface Symbol permits TypeSymbol, FieldSymbol, LocalSymbol {
  String name();
}
