package io.github.errorhygiene.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.errorhygiene.schema.Constraint.Kind;
import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.unit.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Change logs of Liquibase: which of what they say is done, for which product, in which order. */
class ChangeLogTest {
  private static final String CREATE =
      """
      databaseChangeLog:
        - changeSet:
            id: 1
            changes:
              - createTable:
                  tableName: a
                  columns:
                    - column: {name: x, type: varchar(7)}
      """;

  @TempDir private Path root;

  @Test
  void whatTakesAChangeBackIsNotDone() throws IOException {
    write(
        "changelog/a.yaml",
        CREATE
            + """
                  rollback:
                    - dropTable: {tableName: a}
                  preConditions:
                    - onFail: MARK_RAN
                    - dropTable: {tableName: a}
            """);
    write(
        "changelog/b.json",
        """
        {"databaseChangeLog": [{"changeSet": {"id": "2", "changes": [
            {"createTable": {"tableName": "b", "columns": [{"column": {"name": "x"}}]}}],
          "rollback": [{"dropTable": {"tableName": "b"}}]}}]}
        """);

    assertThat(schema().named("a")).hasSize(1);
    assertThat(schema().named("b")).hasSize(1);
  }

  @Test
  void whatHoldsItselfIsAGap() throws IOException {
    write("changelog/a.yaml", CREATE);
    write("changelog/endless.yaml", "databaseChangeLog: &all\n  - changeSet: *all\n");
    write(
        "changelog/more.yaml",
        """
        databaseChangeLog: &all
          - changeSet: {changes: *all}
          - *all
        """);
    SchemaFiles files = schema();

    assertThat(files.named("a")).hasSize(1);
    assertThat(files.gaps())
        .extracting(Gap::file, Gap::message)
        .containsExactly(
            tuple("resources/changelog/endless.yaml", "is nested too deep"),
            tuple("resources/changelog/more.yaml", "is nested too deep"));
  }

  @Test
  void aliasesOfAliasesAreNotMultiplied() throws IOException {
    StringBuilder text = new StringBuilder("l0: &l0 {a: 1}\n");
    for (int i = 1; i < 24; i++) {
      text.append("l%d: &l%d {a: *l%d, b: *l%d}\n".formatted(i, i, i - 1, i - 1));
    }
    write("changelog/laughs.yaml", text + "databaseChangeLog: *l23\n");
    SchemaFiles files = schema();

    assertThat(files.named("a")).isEmpty();
    assertThat(files.gaps()).hasSize(1);
  }

  @Test
  void changesForSomeProductsAreDoneForThese() throws IOException {
    write(
        "changelog/a.xml",
        """
        <databaseChangeLog>
          <changeSet id="1" author="a" dbms="h2"><sql>create table a (x varchar(3))</sql></changeSet>
          <changeSet id="2" author="a" dbms="!h2"><sql>create table a (x text)</sql></changeSet>
          <changeSet id="3" author="a">
            <sql dbms="postgresql, mysql">alter table a add y int</sql>
          </changeSet>
        </databaseChangeLog>
        """);
    write(
        "other/changelog/b.sql",
        """
        --liquibase formatted sql
        --changeset a:4 dbms:h2
        create table b (x varchar(3));
        --changeset a:5 dbms:"postgresql"
        create table b (x text);
        """);

    assertThat(schema().named("a"))
        .extracting(table -> table.columns().size() + table.columns().get("x").type())
        .containsExactly("1varchar", "2text", "2text");
    assertThat(schema().named("b"))
        .extracting(table -> table.columns().get("x").type())
        .containsExactly("varchar", "text");
  }

  @Test
  void scriptsAreIncludedAsTheyAre() throws IOException {
    write(
        "changelog/master.xml",
        """
        <databaseChangeLog>
          <include file="plain/first.sql" relativeToChangelogFile="true"/>
          <includeAll path="changelog/all/"/>
        </databaseChangeLog>
        """);
    write("changelog/plain/first.sql", "create table a (x int);");
    write("changelog/plain/other.sql", "drop table a;");
    write("changelog/all/1/b.sql", "alter table a rename to b;");
    write(
        "changelog/all/2.xml",
        "<databaseChangeLog><changeSet><addColumn tableName=\"b\">"
            + "<column name=\"y\" type=\"java.sql.Types.VARCHAR(9)\"/></addColumn></changeSet></databaseChangeLog>");
    write("changelog/all/3.sql", "alter table b drop column x;");

    assertThat(schema().named("a")).isEmpty();
    assertThat(schema().named("b"))
        .extracting(Table::columns)
        .extracting(columns -> List.copyOf(columns.values()))
        .containsExactly(List.of(new Column("y", "varchar", 9, false, false)));
  }

  @Test
  void anIndexIsDroppedOfItsTable() throws IOException {
    write(
        "changelog/a.xml",
        """
        <databaseChangeLog><changeSet>
          <sql>create table a (x int); create table b (x int);
            create unique index one on a (x); create unique index one on b (x)</sql>
          <dropIndex tableName="a" indexName="one"/>
        </changeSet></databaseChangeLog>
        """);

    assertThat(schema().named("a").get(0).constraints()).isEmpty();
    assertThat(schema().named("b").get(0).constraints())
        .containsExactly(new Constraint(Kind.UNIQUE, "one", List.of("x"), true));
  }

  private SchemaFiles schema() {
    return new SchemaFiles(new FileTree(root));
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve("resources").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
