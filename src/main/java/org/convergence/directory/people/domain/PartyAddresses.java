package org.convergence.directory.people.domain;

import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mail addresses of a person or an organisation. */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ_PEOPLE)
public class PartyAddresses {

    private final JdbcClient db;

    PartyAddresses(JdbcClient db) {
        this.db = db;
    }

    /** The addresses, in the order of the directory; a protected person has none here. */
    public List<String> findByParty(Party party) {
        String table = party instanceof OrganisationId ? "people_organisation" : "people_person";
        return db.sql("""
                        SELECT point ->> 'value' FROM directory.%s p,
                               jsonb_array_elements(p.contact_points) WITH ORDINALITY AS points (point, rank)
                        WHERE p.id = ? AND point ->> 'channel' = 'MAIL' ORDER BY rank
                        """.formatted(table))
                .param(party.value())
                .query(String.class)
                .list();
    }
}
