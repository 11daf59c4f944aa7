package org.convergence.outreach.assembly.domain;

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

/**
 * A person's responsibilities in bodies: follow-ups pass to the successor; for a seat, its organisation names the next
 * holder.
 */
final class AssemblyHoldings {

    private AssemblyHoldings() {}

    /** Open follow-ups assigned to the person. */
    @Component
    static class FollowUpHolding implements Holding.TransferableHolding {

        private final JdbcClient db;

        FollowUpHolding(JdbcClient db) {
            this.db = db;
        }

        @Override
        public String key() {
            return "assembly.holding.follow-up";
        }

        @Override
        public int order() {
            return 30;
        }

        @Override
        public Set<String> columns() {
            return Set.of("outreach.assembly_follow_up.person");
        }

        @Override
        public List<HandoverItem> of(PersonId person, LocalDate lastDay, Words t) {
            return db.sql("""
                            SELECT f.id, f.what, f.due_on, b.name FROM outreach.assembly_follow_up f
                            JOIN outreach.assembly_body b ON b.id = f.body
                            WHERE f.person = ? AND f.state = 'OPEN' ORDER BY f.due_on NULLS LAST, f.id
                            """)
                    .param(person.value())
                    .query((row, n) -> {
                        UUID id = row.getObject("id", UUID.class);
                        return new HandoverItem(
                                id,
                                row.getString("what"),
                                row.getString("name"),
                                "/outreach/assembly/follow-ups/" + id,
                                row.getObject("due_on", LocalDate.class));
                    })
                    .list();
        }

        @Override
        public int pass(PersonId from, PersonId to, Collection<UUID> which) {
            return db.sql("""
                            UPDATE outreach.assembly_follow_up SET person = :to, who = NULL, version = version + 1
                            WHERE person = :from AND state = 'OPEN' AND id = ANY (:which)
                            """)
                    .param("to", to.value())
                    .param("from", from.value())
                    .param("which", which.toArray(UUID[]::new))
                    .update();
        }
    }

    /** Mandates of the person that outlast their last day. */
    @Component
    static class MandateHolding implements Holding.RemainingHolding {

        private final JdbcClient db;

        MandateHolding(JdbcClient db) {
            this.db = db;
        }

        @Override
        public String key() {
            return "assembly.holding.mandate";
        }

        @Override
        public int order() {
            return 70;
        }

        @Override
        public Set<String> columns() {
            return Set.of("outreach.assembly_mandate.person");
        }

        @Override
        public List<HandoverItem> of(PersonId person, LocalDate lastDay, Words t) {
            return db.sql("""
                            SELECT m.id, b.id AS body, b.name, m.role, m.until, o.name AS organisation
                            FROM outreach.assembly_mandate m
                            JOIN outreach.assembly_seat s ON s.id = m.seat JOIN outreach.assembly_body b ON b.id = s.body
                            LEFT JOIN directory.people_organisation o ON o.id = s.organisation
                            WHERE m.person = ? AND (m.until IS NULL OR m.until > ?) ORDER BY b.name, m.id
                            """)
                    .params(person.value(), lastDay)
                    .query((row, n) -> new HandoverItem(
                            row.getObject("id", UUID.class),
                            row.getString("name") + " · " + t.say("assembly.role." + row.getString("role")),
                            row.getString("organisation"),
                            "/outreach/assembly/bodies/" + row.getObject("body", UUID.class),
                            row.getObject("until", LocalDate.class)))
                    .list();
        }
    }
}
