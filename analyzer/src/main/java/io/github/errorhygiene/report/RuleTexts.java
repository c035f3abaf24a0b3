package io.github.errorhygiene.report;

import java.util.Optional;

/** What is known about the rules, for people. */
interface RuleTexts {
  /** Explains nothing. */
  RuleTexts NONE =
      new RuleTexts() {
        @Override
        public Optional<String> summary(String rule) {
          return Optional.empty();
        }

        @Override
        public Optional<String> documentation(String rule) {
          return Optional.empty();
        }
      };

  /** One line, no full stop. */
  Optional<String> summary(String rule);

  /** The explanation, Markdown. */
  Optional<String> documentation(String rule);
}
