package org.convergence.plan.report.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The references from reports to people: the responsible ones, never the contents of filed reports. Unfiled reports
 * and their sections pass to the successor.
 */
@Configuration(proxyBeanMethods = false)
class ReportReferences {

    private static final String OPEN = " NOT EXISTS (SELECT FROM plan.filing_date d WHERE d.id = r.id) ";

    @Bean
    static IdentityReferences referencesFromReport(ReferenceDeclarations declare) {
        return declare.table("plan.report")
                .person("responsible", ErasureRule.CLEAR)
                .table("plan.report_section")
                .person("responsible", ErasureRule.CLEAR);
    }

    @Bean
    static Holding responsibleReportHolding(JdbcClient db) {
        return new ColumnHolding(
                        db,
                        "report.holding.report",
                        32,
                        "plan.report.responsible",
                        "true",
                        """
                            SELECT r.id, r.title AS what, NULL AS detail, '/plan/report/' || r.id AS url, r.due_on AS due
                            FROM plan.report r WHERE r.responsible = ? AND""" + OPEN + "ORDER BY r.due_on NULLS LAST, r.id")
                .clearing("responsible_words");
    }

    @Bean
    static Holding sectionAuthorHolding(JdbcClient db) {
        return new ColumnHolding(
                        db,
                        "report.holding.section",
                        34,
                        "plan.report_section.responsible",
                        "true",
                        """
                            SELECT s.id, s.report, s.kind, s.line, r.title, r.due_on,
                                   coalesce(s.heading, h.title) AS heading, h.code
                            FROM plan.report_section s JOIN plan.report r ON r.id = s.report
                            LEFT JOIN plan.actionplan_heading h ON h.id = s.line
                            WHERE s.responsible = ? AND""" + OPEN + "ORDER BY r.due_on NULLS LAST, r.id, s.id",
                        ReportReferences::section)
                .clearing("responsible_words");
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
