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

class SchemaFilesTest {
  @TempDir private Path root;

  @Test
  void readsColumnsAndConstraintsOfAScript() throws IOException {
    write(
        "schema.sql",
        """
        /* people */ CREATE TABLE IF NOT EXISTS `shop`.`people` (
          `id` INT(4) UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, -- the key; of course
          first_name VARCHAR2(30 CHAR) DEFAULT 'it''s; (me)' NOT NULL ENABLE,
          "Mail" character varying(100) UNIQUE,
          note TEXT NULL,
          day timestamp with time zone DEFAULT now(),
          boss_id BIGINT REFERENCES people (id) ON DELETE SET NULL,
          INDEX (first_name),
          CONSTRAINT young CHECK (age > 3 AND day IS NOT NULL),
          FOREIGN KEY (day) REFERENCES days (id)
        ) engine=InnoDB;
        CREATE UNIQUE INDEX ON people (note) WHERE note <> '';
        """);

    assertThat(columns("people"))
        .containsExactlyInAnyOrder(
            new Column("id", "int", 0, true, true),
            new Column("firstname", "varchar2", 30, true, true),
            new Column("mail", "character", 100, false, false),
            new Column("note", "text", 0, false, false),
            new Column("day", "timestamp", 0, false, true),
            new Column("bossid", "bigint", 0, false, false));
    assertThat(table("People").constraints())
        .containsExactly(
            constraint(Kind.PRIMARY, "", "id"),
            constraint(Kind.UNIQUE, "", "mail"),
            constraint(Kind.REFERENCE, "", "bossid"),
            new Constraint(
                Kind.CHECK, "young", List.of("age", "and", "day", "is", "not", "null"), true),
            constraint(Kind.REFERENCE, "", "day"),
            new Constraint(Kind.UNIQUE, "", List.of("note"), false));
  }

  @Test
  void runsMigrationsInTheOrderOfTheirVersions() throws IOException {
    write("db/migration/V10__last.sql", "ALTER TABLE a MODIFY name VARCHAR(90);");
    write("db/migration/V2.1__then.sql", "alter table a alter column name type varchar(50)");
    write(
        "db/migration/V1__first.sql",
        "create table a (id bigint, name varchar(10) not null, old text, key varchar(5) unique)");
    write(
        "db/migration/2/V2__more.sql",
        """
        ALTER TABLE IF EXISTS a ADD COLUMN more int, ALTER COLUMN name DROP NOT NULL,
          DROP COLUMN old, DROP CONSTRAINT a_key_key, ADD UNIQUE (more);
        ALTER TABLE a RENAME COLUMN more TO less;
        """);

    assertThat(columns("a"))
        .containsExactlyInAnyOrder(
            new Column("id", "bigint", 0, false, false),
            new Column("name", "varchar", 90, false, false),
            new Column("key", "varchar", 5, false, false),
            new Column("less", "int", 0, false, false));
    assertThat(table("a").constraints()).containsExactly(constraint(Kind.UNIQUE, "", "less"));
  }

  @Test
  void whatNobodyCanNameMayHaveBeenDropped() throws IOException {
    write(
        "schema.sql",
        "create table a (x int unique); alter table a drop constraint SYS_C0012; drop table b;");

    assertThat(table("a").constraints())
        .containsExactly(new Constraint(Kind.UNIQUE, "", List.of("x"), false));
  }

  @Test
  void tellsWhatEachProductSays() throws IOException {
    write("db/common/V1__a.sql", "create table a (x varchar(3));");
    write("db/h2/V2__a.sql", "alter table a add y varchar(4);");
    write("db/postgresql/V2__a.sql", "alter table a add y text;");

    assertThat(schema().named("A"))
        .extracting(table -> table.column("y"))
        .containsExactly(
            new Column("y", "varchar", 4, false, false), new Column("y", "text", 0, false, false));
  }

  @Test
  void aLengthThatASettingHasIsNotKnown() throws IOException {
    write(
        "schema.sql",
        """
        create table a (
          x varchar(${length}), y nvarchar(max), z tinytext, c char, v character varying # all
        );
        """);

    assertThat(columns("a"))
        .containsExactlyInAnyOrder(
            new Column("x", "varchar", Column.UNKNOWN, false, false),
            new Column("y", "nvarchar", 0, false, false),
            new Column("z", "tinytext", 255, false, false),
            new Column("c", "char", 1, false, false),
            new Column("v", "character", 0, false, false));
    assertThat(table("a").column("z").isText()).isTrue();
    assertThat(table("a").column("x").holds("java.lang.String")).isFalse();
  }

  @Test
  void commentsOfMySqlEndALineAndNamesOfOthersDoNot() throws IOException {
    write(
        "schema.sql",
        """
        #drop table none;
        create table a ( #first
          x int, # it's
          y int #the last
        ); #done
        create table #b (x int);
        select 1 #> 2; create table c (x int);
        """);

    assertThat(columns("a")).hasSize(2);
    assertThat(columns("c")).hasSize(1);
  }

  @Test
  void aCopyHasTheConstraintsThatItsDialectCopies() throws IOException {
    write(
        "schema.sql",
        """
        create table a (x int unique, y int references b (x), check (x > 1));
        create table mysql like a;
        create table postgres (z int not null, like a including indexes);
        create table columns (like a excluding constraints);
        create table either (like a);
        """);

    assertThat(table("mysql").constraints())
        .extracting(Constraint::kind)
        .containsExactly(Kind.UNIQUE, Kind.CHECK);
    assertThat(table("postgres").constraints())
        .extracting(Constraint::kind)
        .containsExactly(Kind.UNIQUE);
    assertThat(columns("postgres")).hasSize(3);
    assertThat(table("columns").constraints()).isEmpty();
    assertThat(table("either").constraints())
        .extracting(Constraint::sure)
        .containsExactly(false, false);
  }

  @Test
  void anIndexIsDroppedOfTheTableThatIsNamed() throws IOException {
    write(
        "schema.sql",
        """
        create table a (x int, unique key one (x)); create table b (x int, unique key one (x));
        drop index one on a;
        """);

    assertThat(table("a").constraints()).isEmpty();
    assertThat(table("b").constraints()).hasSize(1);
  }

  @Test
  void whatFillsAColumnSaysNothingOfItsType() throws IOException {
    write(
        "schema.sql",
        """
        create table a (x bigint not null, y varchar(3) not null default 'a', z int default null);
        alter table a alter column x add generated always as identity;
        alter table a alter column x restart with 100;
        alter table a alter y drop default, alter z set default 7;
        """);

    assertThat(columns("a"))
        .containsExactlyInAnyOrder(
            new Column("x", "bigint", 0, true, true),
            new Column("y", "varchar", 3, true, false),
            new Column("z", "int", 0, false, true));
  }

  @Test
  void onlyADirectoryOfThatNameHoldsResources() throws IOException {
    Path file = root.resolve("human-resources/a/changes.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<databaseChangeLog><changeSet><sql>create table a (x int)</sql>"
            + "</changeSet></databaseChangeLog>");

    assertThat(schema().named("a")).isEmpty();
  }

  @Test
  void dumpsAreNotRead() throws IOException {
    write("schema.sql", "create table a (x int);" + " ".repeat(13 * 1024 * 1024));
    SchemaFiles files = schema();

    assertThat(files.named("a")).isEmpty();
    assertThat(files.gaps())
        .extracting(Gap::message)
        .containsExactly("cannot be read, or is too large");
  }

  @Test
  void followsChangeLogs() throws IOException {
    write(
        "changelog/master.xml",
        """
        <databaseChangeLog>
          <include file="tables.yaml" relativeToChangelogFile="true"/>
          <include file="changelog/more.sql"/>
          <changeSet id="9" author="a">
            <dropNotNullConstraint tableName="a" columnName="name"/>
            <modifyDataType tableName="a" columnName="name" newDataType="varchar(70)"/>
            <createIndex tableName="a" indexName="i" unique="true"><column name="size"/></createIndex>
            <sql>ALTER TABLE a DROP COLUMN gone</sql>
            <rollback><dropTable tableName="a"/></rollback>
          </changeSet>
        </databaseChangeLog>
        """);
    write(
        "changelog/tables.yaml",
        """
        databaseChangeLog:
          - changeSet:
              id: 1
              changes:
                - createTable:
                    tableName: a
                    columns:
                      - column:
                          name: name
                          type: VARCHAR(7)
                          constraints: {nullable: false, unique: true}
                      - column: {name: gone, type: int}
        """);
    write(
        "changelog/more.sql",
        "--liquibase formatted sql\n--changeset a:2\nalter table a add size int;\n"
            + "--rollback drop table a;\n");

    assertThat(columns("a"))
        .containsExactlyInAnyOrder(
            new Column("name", "varchar", 70, false, false),
            new Column("size", "int", 0, false, false));
    assertThat(table("a").constraints())
        .containsExactly(constraint(Kind.UNIQUE, "", "name"), constraint(Kind.UNIQUE, "i", "size"));
  }

  @Test
  void whatIsMalformedIsAGapWithItsPlace() throws IOException {
    write("schema.sql", "create table a (x int);\ncreate table b (x varchar(3) default 'open);\n");
    SchemaFiles files = schema();

    assertThat(files.named("a")).hasSize(1);
    assertThat(files.gaps())
        .extracting(Gap::file, gap -> gap.position().line(), Gap::message)
        .containsExactly(
            tuple("resources/schema.sql", 2, "has a quote or comment that is not closed"));
  }

  @Test
  void noTextMakesItFail() throws IOException {
    String whole =
        "create table a (x varchar(3) not null, constraint y unique (x), foreign key (x)"
            + " references b (x)); alter table a add (z int, w int), change x y text, rename to c,"
            + " drop (z); create unique index i on c using btree (lower(y)); $t$ ; $t$ [a b] go";
    for (int i = 0; i < whole.length(); i++) {
      assertThat(SqlScript.tables(whole.substring(0, i))).isNotNull();
      assertThat(SqlScript.tables(whole.substring(i))).isNotNull();
      assertThat(SqlScript.tables(whole.substring(0, i) + "(" + whole.substring(i))).isNotNull();
      assertThat(SqlScript.tables(whole.substring(0, i) + ")" + whole.substring(i))).isNotNull();
    }
  }

  private static Constraint constraint(Kind kind, String name, String column) {
    return new Constraint(kind, name, List.of(column), true);
  }

  private List<Column> columns(String table) {
    return List.copyOf(table(table).columns().values());
  }

  private Table table(String name) {
    List<Table> tables = schema().named(name);
    assertThat(tables).hasSize(1);
    return tables.get(0);
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
