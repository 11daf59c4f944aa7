package org.convergence.education.tool.domain;

import java.time.LocalDate;
import java.util.List;
import org.convergence.plan.portrait.PortraitSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The copies handed out in a period, less those that came back since, in the portrait (R-EDU-6). */
@Component
record ToolPortraitSource(JdbcClient db) implements PortraitSource {

    @Override
    public List<PortraitFigure> findFigures(LocalDate from, LocalDate until) {
        return List.of(PortraitFigure.count(
                "tools", db.sql("""
                                SELECT coalesce(sum(o.copies), 0) FROM education.tool_hand_out o
                                JOIN education.tool_hand_out h ON h.id = coalesce(o.returns, o.id)
                                WHERE h.handed_on BETWEEN ? AND ?
                                """).params(from, until).query(Long.class).single()));
    }
}
