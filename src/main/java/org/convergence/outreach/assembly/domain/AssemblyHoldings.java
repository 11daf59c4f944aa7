package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.handover.TenureSource;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person's responsibilities in bodies: follow-ups pass to the successor; for a seat, its organisation names the next
 * holder.
 */
@Configuration(proxyBeanMethods = false)
class AssemblyHoldings {

    /** Open follow-ups assigned to the person. */
    @Bean
    static Holding followUpsOfPerson(JdbcClient db) {
        return new ColumnHolding(
                        db,
                        "assembly.holding.follow-up",
                        30,
                        "outreach.assembly_follow_up.person",
                        "state = 'OPEN'",
                        """
                        SELECT f.id, f.what, b.name AS detail, '/outreach/assembly/follow-ups/' || f.id AS url, f.due_on AS due
                        FROM outreach.assembly_follow_up f JOIN outreach.assembly_body b ON b.id = f.body
                        WHERE f.person = ? AND f.state = 'OPEN' ORDER BY f.due_on NULLS LAST, f.id
                        """)
                .clearing("who");
    }

    /** Mandates of the person that outlast their last day, and those that end soon. */
    @Component
    @Order(70)
    record MandateHolding(JdbcClient db) implements Holding.RemainingHolding, TenureSource {

        @Override
        public String key() {
            return "assembly.holding.mandate";
        }

        @Override
        public Set<String> columns() {
            return Set.of("outreach.assembly_mandate.person");
        }

        @Override
        public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
            return db.sql("""
                            SELECT m.id, b.id AS body, b.name, m.role, m.until, o.name AS organisation
                            FROM outreach.assembly_mandate m
                            JOIN outreach.assembly_seat s ON s.id = m.seat JOIN outreach.assembly_body b ON b.id = s.body
                            LEFT JOIN directory.people_organisation_name o ON o.id = s.organisation
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

        @Override
        public String endingKey() {
            return "assembly.mandate.ends";
        }

        /** A mandate says nothing of when a person came or leaves. */
        @Override
        public List<TenurePeriod> findPeriods(PersonId person) {
            return List.of();
        }

        /** A person with a later mandate in the same body stays. */
        @Override
        public List<TenurePeriod> findEnding(LocalDate from, LocalDate to) {
            return db.sql("""
                            SELECT m.person, m.since, m.until
                            FROM outreach.assembly_mandate m JOIN outreach.assembly_seat s ON s.id = m.seat
                            WHERE m.until BETWEEN ? AND ? AND NOT EXISTS (
                                SELECT FROM outreach.assembly_mandate l JOIN outreach.assembly_seat o ON o.id = l.seat
                                WHERE l.person = m.person AND o.body = s.body AND (l.until IS NULL OR l.until > m.until))
                            ORDER BY m.until, m.id LIMIT 40
                            """)
                    .params(from, to)
                    .query((row, n) -> new TenurePeriod(
                            new PersonId(row.getObject("person", UUID.class)),
                            row.getObject("since", LocalDate.class),
                            row.getObject("until", LocalDate.class)))
                    .list();
        }
    }
}
