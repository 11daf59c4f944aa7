package org.convergence.resources.membership.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.portrait.PortraitSource;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Members in the portrait, on the last day of the period. They are never added up: an organisation may be a member of
 * two, and a central counts the people of its federations.
 */
@Component
record MemberPortraitSource(JdbcClient db) implements PortraitSource {

    private record MemberTotals(long organisations, long individuals, long headcount) {}

    @Override
    public List<PortraitFigure> findFigures(LocalDate from, LocalDate until) {
        MemberTotals it = db.sql("""
                        WITH member AS (SELECT DISTINCT organisation, person FROM resources.membership
                                         WHERE since <= :day AND (until IS NULL OR until >= :day)),
                             stated AS (SELECT DISTINCT ON (h.organisation) h.organisation, h.number
                                          FROM resources.membership_headcount h
                                         WHERE h.withdrawn_at IS NULL AND h.counted_on <= :day
                                         ORDER BY h.organisation, h.counted_on DESC,
                                               array_position(ARRAY['CONFIRMED', 'DECLARED', 'ESTIMATED'], h.status),
                                               h.recorded_at DESC, h.id DESC)
                        SELECT count(m.organisation) AS organisations, count(m.person) AS individuals,
                               coalesce(sum(s.number), 0)::bigint AS headcount
                          FROM member m LEFT JOIN stated s ON s.organisation = m.organisation""")
                .param("day", until)
                .query(RecordMapper.of(MemberTotals.class))
                .single();
        return List.of(
                apart("members.organisations", it.organisations()),
                apart("members.headcount", it.headcount()),
                it.individuals() > 0 && it.individuals() < LEAST
                        ? new PortraitFigure("members.individuals", null, List.of(), AdditionRule.APART)
                        : apart("members.individuals", it.individuals()));
    }

    private static PortraitFigure apart(String key, long value) {
        return new PortraitFigure(key, BigDecimal.valueOf(value), List.of(), AdditionRule.APART);
    }
}
