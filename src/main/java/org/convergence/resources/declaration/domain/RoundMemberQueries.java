package org.convergence.resources.declaration.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.shell.ListSlice;
import org.convergence.resources.membership.domain.MemberQueries;
import org.convergence.resources.membership.domain.MemberQueries.MemberRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members asked by a round: the member organisations while it runs. */
@Component
record RoundMemberQueries(MemberQueries members, JdbcClient db) {

    private static final int AT_ONCE = 500;

    /** That the last letter with the question of {@code q} was refused, and no reminder left or waits. */
    private static final String REFUSED = """
            (q.headcount IS NULL
             AND 'REFUSED' = (SELECT s.state FROM platform.mail_letter_status s
                              WHERE s.matter = 'declaration_question' AND s.record_id = q.id
                              ORDER BY s.posted_at DESC, s.id DESC LIMIT 1)
             AND NOT EXISTS (SELECT FROM platform.mail_letter_status s
                             WHERE s.matter = 'declaration_reminder' AND s.record_id = q.id
                               AND s.state IN ('SENT', 'PERHAPS_SENT', 'DELIVERED_OTHERWISE', 'WAITING')))
            """;

    /** The day of membership: today while the round is open, else its first or its last day. */
    static LocalDate membershipDay(Round round, LocalDate today) {
        return today.isBefore(round.asksOn())
                ? round.asksOn()
                : today.isAfter(round.closesOn()) ? round.closesOn() : today;
    }

    /** The member organisations, by name. */
    List<OrganisationId> findMembers(Round round, LocalDate today) {
        List<OrganisationId> all = new ArrayList<>();
        String after = "";
        while (after != null) {
            ListSlice<MemberRow> slice = ListSlice.of(
                    members.findPage(
                            new MemberQueries.MemberFilter(membershipDay(round, today), null, ""), after, AT_ONCE + 1),
                    AT_ONCE,
                    MemberRow::position);
            slice.rows().stream()
                    .map(MemberRow::member)
                    .filter(OrganisationId.class::isInstance)
                    .map(OrganisationId.class::cast)
                    .forEach(all::add);
            after = slice.next();
        }
        return all;
    }

    /**
     * Members that were not asked and have no declared or confirmed headcount for the day.
     *
     * @param again whether those whose question was refused count as not asked
     */
    List<OrganisationId> findUnasked(Round round, LocalDate today, boolean again) {
        Set<UUID> done = new HashSet<>(db.sql("""
                        SELECT q.organisation FROM resources.declaration_question q
                        WHERE q.round = :round AND NOT (:again AND %s)
                        UNION
                        SELECT organisation FROM resources.membership_stated_headcount
                        WHERE counted_on = :day AND status <> 'ESTIMATED' AND NOT withdrawn
                        """.formatted(REFUSED))
                .param("round", round.id())
                .param("again", again)
                .param("day", round.countedOn())
                .query(UUID.class)
                .list());
        return findMembers(round, today).stream()
                .filter(each -> !done.contains(each.value()))
                .toList();
    }
}
