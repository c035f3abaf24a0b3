package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import java.util.List;

/** Judges contracts. A rule keeps no state and sees nothing but the application's contracts. */
public interface Rule {
  /** Kebab-case, names the smell, never changes once shipped. */
  String id();

  /** One line for lists, no full stop. */
  String summary();

  /** The severity unless the user sets another. */
  Severity severity();

  /** Whether it judges unless the user says otherwise. */
  default boolean onByDefault() {
    return true;
  }

  /** The complaints, in any order. */
  List<Finding> judge(Application application);
}
