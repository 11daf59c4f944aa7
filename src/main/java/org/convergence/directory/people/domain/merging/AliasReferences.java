package org.convergence.directory.people.domain.merging;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.database.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A kept record may be merged in turn: the earlier one then leads to the latest. After erasure or sealing the old
 * address still leads on, and nothing else is stored; this goes last, since other references are found by it.
 */
@Configuration(proxyBeanMethods = false)
class AliasReferences {

    @Bean
    static IdentityReferences referencesFromAlias(ReferenceDeclarations declare) {
        return declare.table("directory.people_alias").organisation("organisation");
    }

    @Bean
    static IdentityReference aliasesOfPerson(JdbcClient db) {
        var column = ReferencingColumn.toPerson(db, "directory.people_alias", "person", ErasureRule.KEEP);
        return new SingleColumnReference(column) {
            /** Also functions of the person deleted when two organisations were merged. */
            @Override
            public void erase(PersonId person) {
                db.sql("""
                                UPDATE directory.people_alias a
                                SET undo = jsonb_set(undo, '{references}', (
                                    SELECT jsonb_agg(CASE WHEN jsonb_typeof(r #> '{before,removed}') <> 'array' THEN r
                                        ELSE jsonb_set(r, '{before,removed}', (
                                            SELECT coalesce(jsonb_agg(line), '[]') FROM jsonb_array_elements(r #> '{before,removed}') AS line
                                            WHERE NOT EXISTS (SELECT FROM jsonb_each_text(line) AS e WHERE e.value = :person))) END)
                                    FROM jsonb_array_elements(a.undo -> 'references') AS r))
                                WHERE strpos(CAST(a.undo -> 'references' AS text), :person) > 0
                                """).param("person", person.value().toString()).update();
            }

            @Override
            public List<Json> export(PersonId person) {
                return db.sql("""
                                SELECT jsonb_build_object('names', names, 'contact_keys', contact_keys, 'replaced_at', replaced_at)
                                FROM directory.people_alias WHERE person = ? ORDER BY replaced_at
                                """)
                        .param(person.value())
                        .query((row, n) -> Json.parse(row.getString(1)))
                        .list();
            }
        };
    }
}
