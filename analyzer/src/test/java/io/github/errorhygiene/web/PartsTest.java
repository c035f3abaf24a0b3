package io.github.errorhygiene.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Maker;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is read of the objects that methods answer with. */
class PartsTest {
  @Test
  @DisplayName("Of answers of two clauses that became one, the first clause stands for both")
  void severalClauses() {
    Value both = Value.constant("B.java:3:4").join(Value.constant("A.java:1:2"));
    Value type = Value.constant("java.io.IOException");
    Instance part =
        new Instance(Answers.SOMETHING, Map.of(Answers.CLAUSE, both, Answers.CLAUSE_TYPE, type));

    assertThat(Parts.clause(part, "here").place()).isEqualTo(new Place("A.java", 1, 2));
    assertThat(Parts.clause(part, "here").name()).isEqualTo("catch (IOException) here");
  }

  @Test
  @DisplayName("A clause may return what another method makes")
  void maker() {
    Value clause = Value.constant("A.java:1:2");
    Value made = Value.constant("B.java:3:4:true:B#errorOf");
    Instance own = new Instance(Answers.SOMETHING, Map.of(Answers.CLAUSE, clause));

    assertThat(Parts.clause(own, "here").maker()).isNull();
    assertThat(Parts.clause(own.with(Answers.MADE, made), "here").maker())
        .isEqualTo(new Maker("B#errorOf", new Place("B.java", 3, 4), true));
  }

  @Test
  @DisplayName("A clause of which nothing is left has no place")
  void lostClause() {
    assertThat(Parts.clause(new Instance(Answers.SOMETHING, Map.of()), "here").place()).isNull();
  }
}
