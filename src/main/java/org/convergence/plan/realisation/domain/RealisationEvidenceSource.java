package org.convergence.plan.realisation.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.DatedRealisation;
import org.convergence.plan.actionplan.EvidenceSource;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives plans the evidence of their actions. The caller checks that the plan may be seen. */
@Component
record RealisationEvidenceSource(JdbcClient db, OrganisationSettings settings) implements EvidenceSource {

    /**
     * A realisation counts once for each line to which it contributes ({@link ContributionSql}). One after the day on
     * which a plan was closed is no evidence of it. A realisation that serves several lines is read once; organisations
     * are counted only if a target needs them: both cost more than all the rest. The planner expects thousands of lines
     * from the recursion: the lateral join looks up each one alone, to avoid a full scan.
     */
    private static final String BY_ACTION = """
            WITH RECURSIVE line AS MATERIALIZED (
                SELECT a.id, p.closed_on, coalesce(a.target_measure, '') = 'ORGANISATIONS' AS counts_organisations
                FROM plan.actionplan_line a JOIN plan.actionplan_summary p ON p.id = a.plan
                WHERE a.plan IN (:plans)),
            %s,
            served AS (
                SELECT DISTINCT c.line, s.realisation
                FROM counts c CROSS JOIN LATERAL (
                    SELECT realisation FROM plan.realisation_served WHERE action = c.below OFFSET 0) s),
            happened AS MATERIALIZED (
                SELECT r.id, r.state = 'DONE' AS done, r.kind, r.starts_on, r.ends_on, r.participations, r.copies, r.quantity,
                       coalesce(r.counted_staff_hours, 0) + coalesce(r.counted_volunteer_hours, 0) AS hours
                FROM plan.realisation r
                WHERE r.state <> 'WITHDRAWN' AND r.id IN (SELECT realisation FROM served))
            SELECT s.line,
                   count(*) FILTER (WHERE h.done) AS done,
                   max(h.ends_on) FILTER (WHERE h.done) AS last_done,
                   min(h.starts_on) FILTER (WHERE NOT h.done AND h.ends_on >= :today) AS next_planned,
                   sum(h.participations) FILTER (WHERE h.done) AS participations,
                   coalesce(sum(h.hours) FILTER (WHERE h.done), 0) AS hours,
                   sum(h.copies) FILTER (WHERE h.done) AS copies,
                   string_agg(h.kind || ' ' || h.quantity, ',') FILTER (WHERE h.done) AS kinds,
                   (SELECT count(DISTINCT o.organisation) FROM plan.realisation_organisation o
                    WHERE bool_or(l.counts_organisations)
                      AND o.realisation = ANY (array_agg(h.id) FILTER (WHERE h.done))) AS organisations
            FROM served s JOIN happened h ON h.id = s.realisation JOIN line l ON l.id = s.line
            WHERE l.closed_on IS NULL OR h.ends_on <= l.closed_on
            GROUP BY s.line
            """.formatted(ContributionSql.countsRelation("SELECT id FROM line"));

    private static final String OCCASIONS = """
            WITH RECURSIVE %s,
            served AS (
                SELECT DISTINCT c.line, s.realisation
                FROM counts c CROSS JOIN LATERAL (
                    SELECT realisation FROM plan.realisation_served WHERE action = c.below OFFSET 0) s)
            SELECT s.line, r.starts_on, r.ends_on, r.state = 'DONE' AS done, r.title
            FROM served s JOIN plan.realisation r ON r.id = s.realisation
            JOIN plan.actionplan_summary p ON p.id = :plan
            WHERE r.state <> 'WITHDRAWN' AND r.ends_on >= :from AND r.starts_on <= :to
              AND (p.closed_on IS NULL OR r.ends_on <= p.closed_on)
            ORDER BY r.starts_on, r.id, s.line
            """.formatted(
                    ContributionSql.separateCountsRelation("SELECT id FROM plan.actionplan_line WHERE plan = :plan"));

    @Override
    public Map<ActionId, ActionEvidence> findByPlans(Collection<PlanId> plans) {
        Map<ActionId, ActionEvidence> found = new HashMap<>();
        db.sql(BY_ACTION)
                .param("plans", plans.stream().map(Identifier::value).toList())
                .param("today", settings.today())
                .query((row, n) -> found.put(new ActionId(row.getObject("line", UUID.class)), evidence(row)))
                .list();
        return found;
    }

    @Override
    public List<DatedRealisation> findRealisations(PlanId plan, LocalDate from, LocalDate to) {
        return db.sql(OCCASIONS)
                .param("plan", plan.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new DatedRealisation(
                        new ActionId(row.getObject("line", UUID.class)),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getBoolean("done"),
                        row.getString("title")))
                .list();
    }

    private static ActionEvidence evidence(ResultSet row) throws SQLException {
        String kinds = row.getString("kinds");
        return new ActionEvidence(
                row.getInt("done"),
                row.getObject("last_done", LocalDate.class),
                row.getObject("next_planned", LocalDate.class),
                row.getLong("participations"),
                row.getInt("organisations"),
                row.getBigDecimal("hours"),
                row.getLong("copies"),
                kinds == null ? Map.of() : byKind(kinds));
    }

    private static Map<String, Integer> byKind(String kinds) {
        Map<String, Integer> many = new HashMap<>();
        for (String each : kinds.split(",", -1)) {
            int space = each.indexOf(' ');
            many.merge(each.substring(0, space), Integer.valueOf(each.substring(space + 1)), Integer::sum);
        }
        return many;
    }
}
