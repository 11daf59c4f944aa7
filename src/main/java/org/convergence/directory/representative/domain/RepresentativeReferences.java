package org.convergence.directory.representative.domain;

import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.SingleColumnReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from links and proposals to organisations, for merges; deletes proposals about an erased or sealed person.
 */
@Configuration(proxyBeanMethods = false)
class RepresentativeReferences {

    @Bean
    static IdentityReferences referencesFromRepresentative(ReferenceDeclarations declare) {
        return declare.table("directory.representative_link").organisation("organisation");
    }

    @Bean
    static IdentityReference organisationsOfProposals(JdbcClient db) {
        return new SingleColumnReference(
                ReferencingColumn.toOrganisation(db, "directory.representative_proposal", "organisation")
                        .withDuplicateKey(List.of("kind", "item", "field", "state"))) {
            @Override
            public void rename(PersonId person, String standIn) {
                // A correction holds the person's address, and the representative's text may name them. Functions may
                // be deleted already, and some modules delete them at erasure: hence the audit.
                db.sql("""
                                DELETE FROM directory.representative_proposal
                                WHERE item IN (SELECT id FROM directory.people_held_function WHERE person = :person)
                                   OR CAST(item AS text) IN (
                                       SELECT row_id FROM platform.audit_change
                                       WHERE table_name = 'directory.people_function'
                                         AND CAST(:person AS text) IN (before ->> 'person', after ->> 'person'))
                                """).param("person", person.value()).update();
            }
        };
    }
}
