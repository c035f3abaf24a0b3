package io.github.errorhygiene.report;

import io.github.errorhygiene.rule.Rule;
import io.github.errorhygiene.rule.Rules;
import java.util.Optional;

/** What is known about the rules, for people. */
interface RuleTexts {
  /** What the rules of this tool say; nothing about others. */
  RuleTexts SHIPPED =
      new RuleTexts() {
        @Override
        public Optional<String> summary(String rule) {
          return Rules.all().stream()
              .filter(each -> each.id().equals(rule))
              .findFirst()
              .map(Rule::summary);
        }

        @Override
        public Optional<String> documentation(String rule) {
          return summary(rule).map(known -> Rules.documentation(rule));
        }
      };

  /** One line, no full stop. */
  Optional<String> summary(String rule);

  /** The explanation, Markdown that begins with the rule's name as a heading. */
  Optional<String> documentation(String rule);
}
