package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every foreign key to a person or an organisation has an identity reference, for merges and erasure. */
@ModuleTest
class IdentityReferencesTest {

    @Autowired
    private List<IdentityReference> references;

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

        assertThat(references.stream().flatMap(each -> each.columns().stream()))
                .as("foreign keys to people and organisations: contribute an IdentityReference (ReferencingColumn)")
                .containsExactlyInAnyOrderElementsOf(keys);
    }
}
