package org.convergence.resources.prospect.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open prospects of a follower, handed over to the successor. */
@Component
class ProspectHolding implements Holding.TransferableHolding {

    private final JdbcClient db;

    ProspectHolding(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String key() {
        return "prospect.holding";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> columns() {
        return Set.of("resources.prospect.follower");
    }

    @Override
    public List<HandoverItem> of(PersonId person, LocalDate lastDay, Words t) {
        return db.sql("""
                        SELECT p.id, coalesce(o.name, s.display_name) AS name, p.next_gesture, p.next_on
                        FROM resources.prospect p
                        LEFT JOIN directory.people_organisation o ON o.id = p.organisation
                        LEFT JOIN directory.people_person s ON s.id = p.person
                        WHERE p.follower = ? AND p.state IN ('OPEN', 'LATER') ORDER BY p.next_on NULLS LAST, p.id
                        """)
                .param(person.value())
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new HandoverItem(
                            id,
                            row.getString("name"),
                            row.getString("next_gesture"),
                            "/resources/prospect/" + id,
                            row.getObject("next_on", LocalDate.class));
                })
                .list();
    }

    @Override
    public int pass(PersonId from, PersonId to, Collection<UUID> which) {
        return db.sql("""
                        UPDATE resources.prospect SET follower = :to, version = version + 1
                        WHERE follower = :from AND state IN ('OPEN', 'LATER') AND id = ANY (:which)
                        """)
                .param("to", to.value())
                .param("from", from.value())
                .param("which", which.toArray(UUID[]::new))
                .update();
    }
}
