package org.convergence.identity.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.handover.TenureSource;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The access of a leaving person: it ends with the post (R-ROLE-3). Roles end on the last day, and so do the sessions
 * and tokens of the person's accounts.
 */
@Component
@Order(40)
record AccessHolding(
        JdbcClient db, RoleGrantWriter roleGrantWriter, SuccessionService succession, OrganisationSettings settings)
        implements Holding.EndingHolding, TenureSource {

    @Override
    public String key() {
        return "identity.holding.role";
    }

    @Override
    public Set<String> columns() {
        return Set.of("identity.account.person_id");
    }

    @Override
    public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
        return db.sql("""
                        SELECT g.id, g.role, g.to_date,
                               (SELECT count(*) FROM identity.api_token k WHERE k.account_id = a.id AND k.revoked_at IS NULL
                                   AND k.expires_at >= :after) AS tokens
                        FROM identity.role_grant g JOIN identity.account a ON a.id = g.account_id
                        WHERE a.person_id = :person AND a.closed_at IS NULL AND (g.to_date IS NULL OR g.to_date > :day)
                        ORDER BY g.from_date, g.id
                        """)
                .param(
                        "after",
                        lastDay.plusDays(1)
                                .atStartOfDay(settings.current().zone())
                                .toOffsetDateTime())
                .param("person", person.value())
                .param("day", lastDay)
                .query((row, n) -> new HandoverItem(
                        row.getObject("id", UUID.class),
                        t.say("identity.role", row.getString("role")),
                        t.say("identity.holding.access", row.getInt("tokens")),
                        null,
                        row.getObject("to_date", LocalDate.class)))
                .list();
    }

    /** @throws org.convergence.platform.database.Refused if no administrator or no coordinator would be left */
    @Override
    public void end(PersonId person, Collection<UUID> which, LocalDate lastDay) {
        succession.runIfNotVacant(() -> which.forEach(grant -> roleGrantWriter.end(grant, lastDay)));
        var over = lastDay.plusDays(1).atStartOfDay(settings.current().zone()).toOffsetDateTime();
        for (String table : List.of("api_token", "session")) {
            db.sql("""
                            UPDATE identity.%s k SET expires_at = :over FROM identity.account a
                            WHERE a.id = k.account_id AND a.person_id = :person AND k.expires_at > :over
                              AND NOT EXISTS (SELECT FROM identity.role_grant g WHERE g.account_id = a.id
                                              AND (g.to_date IS NULL OR g.to_date > :day))
                            """.formatted(table))
                    .param("over", over)
                    .param("person", person.value())
                    .param("day", lastDay)
                    .update();
        }
    }

    @Override
    public List<TenurePeriod> findPeriods(PersonId person) {
        return db.sql("""
                        SELECT g.from_date, g.to_date FROM identity.role_grant g
                        JOIN identity.account a ON a.id = g.account_id WHERE a.person_id = ? AND a.closed_at IS NULL
                        """)
                .param(person.value())
                .query((row, n) -> new TenurePeriod(
                        person, row.getObject("from_date", LocalDate.class), row.getObject("to_date", LocalDate.class)))
                .list();
    }

    @Override
    public String endingKey() {
        return "identity.access.ends";
    }

    /** A person whose other role goes on keeps the access. */
    @Override
    public List<TenurePeriod> findEnding(LocalDate from, LocalDate to) {
        return db.sql("""
                        SELECT a.person_id, max(g.from_date) AS from_date, max(g.to_date) AS to_date
                        FROM identity.role_grant g JOIN identity.account a ON a.id = g.account_id
                        WHERE a.person_id IS NOT NULL AND a.closed_at IS NULL
                        GROUP BY a.person_id
                        HAVING bool_and(g.to_date IS NOT NULL) AND max(g.to_date) BETWEEN ? AND ?
                        ORDER BY max(g.to_date), a.person_id LIMIT 20
                        """)
                .params(from, to)
                .query((row, n) -> new TenurePeriod(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("to_date", LocalDate.class)))
                .list();
    }
}
