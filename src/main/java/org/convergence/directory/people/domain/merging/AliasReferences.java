package org.convergence.directory.people.domain.merging;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.OneColumn;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.AtErasure;
import org.convergence.platform.database.Json;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who replaced someone may be replaced in turn: the first one is then found under the last. Once she is forgotten or sealed, the
 * old address still leads on, and nothing else is remembered.
 */
@Configuration(proxyBeanMethods = false)
class AliasReferences {

    @Bean
    static IdentityReference aliasesOfOrganisation(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, "directory.people_alias", "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference aliasesOfPerson(JdbcClient db) {
        var column = ReferencingColumn.toPerson(db, "directory.people_alias", "person", List.of("id"), AtErasure.KEEP);
        return new OneColumn(column) {
            @Override
            public void rename(PersonId person, String standIn) {
                db.sql("""
                                UPDATE directory.people_alias SET names = '{}', contact_keys = '{}', undo = NULL
                                WHERE person = ?
                                """).param(person.value()).update();
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
