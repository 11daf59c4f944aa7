package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentGroundSource;
import org.convergence.directory.consent.Ground;
import org.convergence.directory.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Consent basis of people who are or were members themselves (R-CASL-5), from the first and last days of their
 * memberships. Membership of an organisation gives none to its people.
 */
@Component
record MembershipGroundSource(JdbcClient db) implements ConsentGroundSource {

    @Override
    public Map<PersonId, List<Ground>> grounds(Collection<PersonId> people) {
        Map<PersonId, List<Ground>> grounds = new HashMap<>();
        db.sql("SELECT person, since, until FROM resources.membership WHERE person = ANY (:people) ORDER BY since")
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) -> grounds.computeIfAbsent(
                                new PersonId(row.getObject("person", UUID.class)), each -> new ArrayList<>())
                        .add(Ground.computed(
                                Basis.MEMBER,
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class))))
                .list();
        return grounds;
    }
}
