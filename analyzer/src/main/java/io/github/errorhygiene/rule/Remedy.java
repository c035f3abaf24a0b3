package io.github.errorhygiene.rule;

/**
 * How to mend what a finding complains of.
 *
 * @param text what to do, an imperative without capital and full stop; empty if nothing is known
 * @param code for the framework at hand: imports, then a class or statements; empty if the text
 *     says all
 */
public record Remedy(String text, String code) {
  public static final Remedy NONE = new Remedy("", "");
}
