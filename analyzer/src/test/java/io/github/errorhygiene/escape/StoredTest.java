package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is in an object that the request chose is not the request's; whether there is such an object
 * is, and so is what the request puts into it.
 */
class StoredTest {
  private static final String OF_REQUEST = "NumberFormatException because REQUEST";
  private static final String OF_STATE = "NumberFormatException because STATE";
  private static final String MISSING = "OrderMissing because REQUEST, absence";

  private static final String LOANS =
      """
      class Loan {
        private String text; private String term; List<String> notes;
        String getText() { return text; }
        void setText(String text) { this.text = text; }
        String getTerm() { return term; }
      }
      @lombok.Data class Deposit { private String text; private String term; }
      interface Loans extends org.springframework.data.repository.CrudRepository<Loan, String> {}
      interface Deposits
          extends org.springframework.data.repository.CrudRepository<Deposit, String> {}
      interface Watched
          extends org.springframework.data.repository.reactive.ReactiveCrudRepository<Loan, String> {}
      """;

  private static java.util.List<String> escapes(String body) {
    String run =
        "Loans loans; Deposits deposits; List<Loan> all = new ArrayList<>();"
            + " void run(String id) throws Exception {\n";
    return escapesOf(run + body + "\n}", LOANS);
  }

  @Test
  void whatIsInAStoredObjectIsTheStores() {
    assertThat(
            escapes(
                "Loan loan = loans.findById(id).orElseThrow(OrderMissing::new);"
                    + " Integer.parseInt(loan.getTerm());"))
        .containsExactlyInAnyOrder(OF_STATE, MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all.stream().filter(l -> l.getText().equals(id)).findFirst()",
        "all.stream().sorted(Comparator.comparing(l -> l.getText().indexOf(id))).findFirst()",
        "all.stream().skip(id.length()).findAny()",
        "Stream.of(id.split(\",\")).map(i -> loans.findById(i).get()).findFirst()"
      })
  void whatIsInAnElementThatWasChosenIsNotTheRequests(String search) {
    assertThat(
            escapes(
                "Loan loan = "
                    + search
                    + ".orElseThrow(OrderMissing::new); Integer.parseInt(loan.getTerm());"))
        .contains(OF_STATE, MISSING)
        .doesNotContain(OF_REQUEST);
  }

  @Test
  void whatAnswersAQuestionIsNotWhatItWasAsked() {
    String sessions =
        "interface Sessions { Session open(String name); }"
            + " interface Session { String run(String query); }";
    String run = "Sessions sessions; void run(String id) { Integer.parseInt(%s); }";
    assertThat(escapesOf(run.formatted("sessions.open(\"main\").run(id)"), sessions))
        .containsExactly(OF_STATE);
    assertThat(escapesOf(run.formatted("sessions.open(id).run(\"all\")"), sessions))
        .containsExactly(OF_STATE);
  }

  @Test
  void whatIsSentUnderANameHasAValue() {
    String each = "void run(jakarta.ws.rs.core.MultivaluedMap<String, String> sent) { %s }";
    assertThat(escapesOf(each.formatted("sent.forEach((name, values) -> values.getFirst());")))
        .isEmpty();
    assertThat(escapesOf(each.formatted("sent.forEach((name, values) -> values.get(1));")))
        .containsExactly("IndexOutOfBoundsException because REQUEST");
  }

  @Test
  void whoMadeMalformedWhatIsMadeOfBothIsNotKnown() {
    String loan = "Loan loan = loans.findById(id).orElseThrow(OrderMissing::new);";
    assertThat(escapes(loan + " Integer.parseInt(loan.getTerm() + id);"))
        .containsExactlyInAnyOrder(OF_STATE, MISSING);
    assertThat(escapes(loan + " Integer.parseInt(\"0\" + id);"))
        .containsExactlyInAnyOrder(OF_REQUEST, MISSING);
  }

  @Test
  void whetherAnyWasChosenIsTheRequests() {
    assertThat(
            escapes(
                "List<Loan> found = all.stream().filter(l -> l.getText().equals(id)).toList();"
                    + " if (found.isEmpty()) throw new Conflict();"))
        .containsExactly("Conflict because REQUEST, absence");
    assertThat(
            escapes(
                "List<Loan> found = all.stream().filter(l -> l.getText().equals(id)).toList();"
                    + " for (Loan loan : found) throw new Conflict();"))
        .containsExactly("Conflict because REQUEST");
  }

  @Test
  void whatTheRequestSentIsFilteredAndStaysTheRequests() {
    assertThat(
            escapesOf(
                "void run(List<String> sent) { sent.stream().filter(s -> !s.isEmpty())"
                    + ".map(Integer::parseInt).toList(); }"))
        .containsExactly(OF_REQUEST);
  }

  @Test
  void whatAMapIsAskedForOrGivesUpIsItsOwn() {
    String map = "Map<String, Loan> open = new HashMap<>(); void run(String id) {";
    assertThat(escapesOf(map + " Integer.parseInt(open.remove(id).getTerm()); }", LOANS))
        .contains(OF_STATE)
        .doesNotContain(OF_REQUEST);
    assertThat(
            escapesOf(
                "void run(String id) { Map<String, Loan> open = new HashMap<>();"
                    + " if (!open.containsKey(id)) return;"
                    + " for (Loan loan : open.values()) Integer.parseInt(loan.getTerm()); }",
                LOANS))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Loan loan = loans.", "Deposit loan = deposits."})
  void whatTheRequestPutsInIsTheRequests(String lookup) {
    String put = lookup + "findById(id).get(); loan.setText(id);";
    assertThat(escapes(put + " Integer.parseInt(loan.getText());")).contains(OF_REQUEST);
    assertThat(escapes(put + " Integer.parseInt(loan.getTerm());"))
        .contains(OF_STATE)
        .doesNotContain(OF_REQUEST);
  }

  @Test
  void whatAHelperPutsInIsTheRequestsToo() {
    String helper =
        "void fill(Loan loan, String text) { loan.setText(text); } Loans loans;"
            + " void run(String id) { Loan loan = loans.findById(id).get(); fill(loan, id);";
    assertThat(escapesOf(helper + " Integer.parseInt(loan.getText()); }", LOANS))
        .contains(OF_REQUEST);
    assertThat(escapesOf(helper + " Integer.parseInt(loan.getTerm()); }", LOANS))
        .contains(OF_STATE)
        .doesNotContain(OF_REQUEST);
  }

  @Test
  void anObjectIntoWhichTheRequestWasPutIsStoredWithIt() {
    assertThat(escapes("Loan loan = loans.findById(id).get(); loan.setText(id); loans.save(loan);"))
        .contains("DataIntegrityViolationException because REQUEST");
  }

  @Test
  void whatNobodySetsInANewObjectIsNotTheRequests() {
    String made = "Loan loan = new Loan(); loan.setText(id);";
    assertThat(escapes(made + " Integer.parseInt(loan.getTerm());")).isEmpty();
    assertThat(escapes(made + " Integer.parseInt(loan.getText());")).containsExactly(OF_REQUEST);
  }

  @Test
  void whoIsHandedASetterMayUseIt() {
    assertThat(
            escapesOf(
                "void read(Consumer<String> to, String text) { to.accept(text); }"
                    + " void run(String id) { Loan loan = new Loan(); read(loan::setText, id);"
                    + " loan.notes = List.of(id); Integer.parseInt(loan.getText()); }",
                LOANS))
        .containsExactly(OF_REQUEST);
  }

  @Test
  void aPublisherThatOnlyFailsAddsNothingToWhatIsIn() {
    assertThat(
            Evaluated.failuresOf(
                """
                    Watched loans;
                    Mono<Integer> run(String id) {
                      return loans.findById(id).switchIfEmpty(Mono.error(() -> new OrderMissing(id)))
                          .map(loan -> Integer.parseInt(loan.getTerm()));
                    }
                    """,
                LOANS))
        .containsExactlyInAnyOrder(OF_STATE, MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.nio.file.Files.readString(java.nio.file.Path.of(\"/data\").resolve(id))",
        "new BufferedReader(new FileReader(id)).readLine()",
      })
  void whatIsInAFileIsNotTheRequests(String text) {
    assertThat(escapes("Integer.parseInt(" + text + ");"))
        .contains(OF_STATE)
        .doesNotContain(OF_REQUEST);
  }

  @Test
  void whatIsEncryptedCannotBeMalformed() {
    String cipher =
        "javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance(\"AES\");"
            + " java.security.Key key = null; cipher.init(javax.crypto.Cipher.%s, key);"
            + " cipher.doFinal(id.getBytes());";
    String malformed = "BadPaddingException because REQUEST";
    assertThat(escapes(cipher.formatted("ENCRYPT_MODE"))).doesNotContain(malformed);
    assertThat(escapes(cipher.formatted("DECRYPT_MODE"))).contains(malformed);
  }

  @Test
  void whatIsAskedOfSomethingUnknownMayBeMadeOfTheRequest() {
    assertThat(
            escapesOf(
                """
                void run(String id) {
                  org.springframework.expression.Expression name = Rules.find();
                  Integer.parseInt((String) name.getValue((Object) id));
                }
                """))
        .contains(OF_REQUEST);
  }
}
