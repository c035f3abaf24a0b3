package io.github.errorhygiene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Place;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatchEditTest {
  private static final Place CLAUSE = new Place("Orders.java", 4, 5);

  @Test
  void theClauseIsLeftOneExceptionThatTheFileImports() {
    assertThat(narrowed("} catch (Exception e) {"))
        .get()
        .asString()
        .contains("import shop.data.OrderMissing;\n")
        .endsWith("\n} catch (OrderMissing e) {");
    assertThat(narrowed("} catch ( final RuntimeException failed ) {"))
        .get()
        .asString()
        .endsWith("} catch ( final OrderMissing failed ) {");
  }

  @Test
  void twoClausesInALineAreLeftAlone() {
    assertThat(narrowed("} catch (Error e) {} catch (Exception e) {}")).isEmpty();
    assertThat(narrowed("} catch (Error | Exception e) {")).isEmpty();
  }

  private static Optional<String> narrowed(String line) {
    String text = "package shop;\n\nclass Orders { void a() { try { b();\n" + line;
    return CatchEdit.of(text, CLAUSE, "shop.data.OrderMissing");
  }
}
