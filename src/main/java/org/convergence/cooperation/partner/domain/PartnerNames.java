package org.convergence.cooperation.partner.domain;

import java.util.List;
import org.convergence.resources.spending.ConfidentialNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of partners and of their leads, which no page outside shows. */
@Component
record PartnerNames(JdbcClient db) implements ConfidentialNames {

    @Override
    public List<String> findAll() {
        return db.sql("""
                        SELECT name FROM (
                            SELECT unnest(ARRAY[o.name, o.short_name] || o.other_names) AS name
                            FROM cooperation.partner p JOIN directory.people_organisation_name o ON o.id = p.organisation
                            UNION
                            SELECT n.display_name FROM cooperation.partner p
                            JOIN directory.people_person_name n ON n.id IN (p.person, p.their_lead)) names
                        WHERE name <> ''
                        """).query(String.class).list();
    }
}
