package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.segment.SegmentCriterion;
import org.convergence.platform.shell.Option;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats in bodies and committees as a criterion of segments: holders and substitutes of today. */
@Configuration(proxyBeanMethods = false)
class CommitteeCriterion {

    private static final String CONDITION = """
            p.id IN (SELECT m.person FROM outreach.assembly_mandate m JOIN outreach.assembly_seat s ON s.id = m.seat
                     WHERE s.body = ANY (CAST(:committee AS uuid[])) AND m.since <= :today AND s.since <= :today
                       AND (m.until IS NULL OR m.until >= :today) AND (s.until IS NULL OR s.until >= :today))""";

    @Bean
    static SegmentCriterion seatsOfToday(JdbcClient db) {
        return SegmentCriterion.chosen(60, "committee", "assembly.segment", t -> bodies(db), CONDITION);
    }

    private static List<Option> bodies(JdbcClient db) {
        return db.sql("SELECT id, name FROM outreach.assembly_body WHERE ended_on IS NULL ORDER BY name LIMIT 100")
                .query((row, n) -> Option.of(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }
}
