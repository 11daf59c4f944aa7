package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.ReportFigureService.GapExplanation;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows stored beside a report, and counts of planned and unlinked realisations of its period. */
@Component
class ReportRowQueries {

    private final JdbcClient db;
    private final StoredSectionRepository sections;
    private final OrganisationSettings settings;

    ReportRowQueries(JdbcClient db, StoredSectionRepository sections, OrganisationSettings settings) {
        this.db = db;
        this.sections = sections;
        this.settings = settings;
    }

    /** The stored sections. */
    Map<SectionRef, StoredSection> sections(UUID report) {
        Map<SectionRef, StoredSection> all = new HashMap<>();
        sections.findByReport(report).forEach(section -> all.put(section.ref(), section));
        return all;
    }

    /** The explanations of gaps, by action. */
    Map<UUID, GapExplanation> findGapExplanations(UUID report) {
        Map<UUID, GapExplanation> gaps = new HashMap<>();
        db.sql("SELECT action, id, version, words FROM plan.report_gap WHERE report = ?")
                .param(report)
                .query((row, n) -> gaps.put(
                        row.getObject("action", UUID.class),
                        new GapExplanation(
                                row.getObject("id", UUID.class), row.getInt("version"), row.getString("words"))))
                .list();
        return gaps;
    }

    /** The confirmed figures, by means. */
    Map<UUID, String> checks(UUID report) {
        return byId("SELECT means, figures FROM plan.report_check WHERE report = ?", report);
    }

    /** The realisations that are left out, by day. */
    List<ReportDraft.LeftOutRealisation> leftOut(UUID report) {
        return db.sql("""
                        SELECT l.realisation, r.title, l.reason FROM plan.report_left_out l
                        JOIN plan.realisation r ON r.id = l.realisation WHERE l.report = ? ORDER BY r.ends_on, r.id
                        """)
                .param(report)
                .query((row, n) -> new ReportDraft.LeftOutRealisation(
                        row.getObject("realisation", UUID.class), row.getString("title"), row.getString("reason")))
                .list();
    }

    /** By means, the number of planned activities of the period in the past, neither confirmed nor withdrawn. */
    Map<UUID, Integer> countOpenByMeans(Report report) {
        LocalDate yesterday = settings.today().minusDays(1);
        Map<UUID, Integer> open = new HashMap<>();
        db.sql("""
                        SELECT a.means, count(DISTINCT r.id) AS many FROM plan.realisation r
                        JOIN plan.realisation_served s ON s.realisation = r.id
                        JOIN plan.actionplan_action a ON a.id = s.action
                        WHERE r.state = 'PLANNED' AND r.state <> 'DONE' AND r.ends_on BETWEEN :from AND :to
                          AND a.plan = :plan
                        GROUP BY a.means
                        """)
                .param("from", report.periodFrom())
                .param("to", report.periodTo().isBefore(yesterday) ? report.periodTo() : yesterday)
                .param("plan", report.plan())
                .query((row, n) -> open.put(row.getObject("means", UUID.class), row.getInt("many")))
                .list();
        return open;
    }

    /** The number of realisations of the period that serve no line of any plan. */
    int countUnlinked(Report report) {
        return db.sql("""
                        SELECT count(*) FROM plan.realisation r
                        WHERE r.state = 'DONE' AND r.state <> 'WITHDRAWN' AND r.ends_on BETWEEN :from AND :to
                          AND NOT EXISTS (SELECT FROM plan.realisation_served s WHERE s.realisation = r.id)
                        """)
                .param("from", report.periodFrom())
                .param("to", report.periodTo())
                .query(Integer.class)
                .single();
    }

    private Map<UUID, String> byId(String query, UUID report) {
        Map<UUID, String> found = new LinkedHashMap<>();
        db.sql(query)
                .param(report)
                .query((row, n) -> found.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return found;
    }
}
