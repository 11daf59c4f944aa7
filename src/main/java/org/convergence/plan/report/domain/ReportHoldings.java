package org.convergence.plan.report.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Unfiled reports for which a person is responsible, and sections that the person writes. */
@Configuration(proxyBeanMethods = false)
class ReportHoldings {

    private static final String OPEN = " NOT EXISTS (SELECT FROM plan.report_filing d WHERE d.report = r.id) ";

    private interface HeldRowReader {
        HandoverItem read(ResultSet row, Words t) throws SQLException;
    }

    /** A table with a column {@code responsible}. */
    private record ReportTableHolding(
            String key, int order, String table, String list, HeldRowReader reader, JdbcClient db)
            implements Holding.TransferableHolding {

        @Override
        public Set<String> columns() {
            return Set.of(table + ".responsible");
        }

        @Override
        public List<HandoverItem> of(PersonId person, LocalDate lastDay, Words t) {
            return db.sql(list)
                    .param(person.value())
                    .query((row, n) -> reader.read(row, t))
                    .list();
        }

        @Override
        public int pass(PersonId from, PersonId to, Collection<UUID> which) {
            return db.sql("UPDATE " + table + """
                             SET responsible = :to, responsible_words = NULL, version = version + 1
                            WHERE responsible = :from AND id = ANY (:which)
                            """)
                    .param("to", to.value())
                    .param("from", from.value())
                    .param("which", which.toArray(UUID[]::new))
                    .update();
        }
    }

    @Bean
    static Holding reportsToWhichSheSees(JdbcClient db) {
        return new ReportTableHolding(
                "report.holding.report",
                32,
                "plan.report",
                "SELECT r.id, r.title, r.due_on FROM plan.report r WHERE r.responsible = ? AND" + OPEN
                        + "ORDER BY r.due_on NULLS LAST, r.id",
                (row, t) -> new HandoverItem(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        null,
                        "/plan/report/" + row.getObject("id", UUID.class),
                        row.getObject("due_on", LocalDate.class)),
                db);
    }

    @Bean
    static Holding sectionsThatSheWrites(JdbcClient db) {
        return new ReportTableHolding(
                "report.holding.section",
                34,
                "plan.report_section",
                """
                SELECT s.id, s.report, s.kind, s.line, r.title, r.due_on,
                       coalesce(s.heading, m.title, o.title) AS heading, coalesce(m.code, o.code) AS code
                FROM plan.report_section s JOIN plan.report r ON r.id = s.report
                LEFT JOIN plan.actionplan_means m ON m.id = s.line
                LEFT JOIN plan.actionplan_objective o ON o.id = s.line
                WHERE s.responsible = ? AND""" + OPEN + "ORDER BY r.due_on NULLS LAST, r.id, s.id",
                ReportHoldings::section,
                db);
    }

    private static HandoverItem section(ResultSet row, Words t) throws SQLException {
        ReportSectionKind kind = ReportSectionKind.valueOf(row.getString("kind"));
        String heading = row.getString("heading");
        String code = row.getString("code");
        String name =
                heading == null ? t.say("report.section." + kind.name().toLowerCase(java.util.Locale.ROOT)) : heading;
        return new HandoverItem(
                row.getObject("id", UUID.class),
                code == null ? name : code + " · " + name,
                row.getString("title"),
                "/plan/report/" + row.getObject("report", UUID.class) + "/section/"
                        + new SectionRef(kind, row.getObject("line", UUID.class)).slug(),
                row.getObject("due_on", LocalDate.class));
    }
}
