package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every foreign key to a person or an organisation has an identity reference, for merges and erasure. */
@ModuleTest
class IdentityReferencesTest {

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private JdbcClient db;

    @Test
    void everyForeignKeyToPartyHasIdentityReference() {
        List<String> keys = db.sql("""
                        SELECT c.conrelid::regclass || '.' || a.attname
                        FROM pg_constraint c
                        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
                        WHERE c.contype = 'f' AND c.confrelid IN (
                            'directory.people_person'::regclass, 'directory.people_organisation'::regclass)
                        """).query(String.class).list();

        List<String> referenced =
                references.stream().flatMap(each -> each.columns().stream()).toList();
        assertThat(referenced).doesNotHaveDuplicates();
        ReviewedList.requireSame(
                keys,
                referenced,
                "columns with a person or an organisation: declare each in a bean IdentityReferences of its module",
                IdentityReferencesTest::declaration);
    }

    private static String declaration(String column) {
        int dot = column.lastIndexOf('.');
        return ".table(\"%1$s\").person(\"%2$s\", ErasureRule.…) or .organisation(\"%2$s\")"
                .formatted(column.substring(0, dot), column.substring(dot + 1));
    }

    /** Undoing a merge puts rows back with ON CONFLICT DO NOTHING, which PostgreSQL refuses for such a constraint. */
    @Test
    void tableOfIdentityReferenceHasNoDeferrableUniqueKey() {
        List<String> tables = references.stream()
                .flatMap(each -> each.columns().stream())
                .map(column -> column.substring(0, column.lastIndexOf('.')))
                // A merge deletes no hours: people with hours in the same week are not merged.
                .filter(table -> !table.equals("plan.time_entry"))
                .toList();

        assertThat(db.sql("""
                        SELECT c.conrelid::regclass || ' ' || c.conname FROM pg_constraint c
                        WHERE c.contype IN ('p', 'u') AND c.condeferrable AND c.conrelid::regclass::text IN (:tables)
                        """).param("tables", tables).query(String.class).list())
                .isEmpty();
    }

    /** Such a list would hold beans only, not the references that modules declare table by table. */
    @Test
    void noListOfIdentityReferencesIsInjected() throws IOException {
        Pattern injected = Pattern.compile("(?:@Autowired\\s+(?:private\\s+)?|[(,]\\s*)List<IdentityReference>\\s+\\w");
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> injected.matcher(read(file)).find()))
                    .as("take AllIdentityReferences")
                    .isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
