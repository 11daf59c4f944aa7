package org.convergence.plan.realisation.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lines of the plan that a module's next realisation serves, learned from its last ones: what a person chose for a
 * board's meeting or a letter to a minister is taken for the next one, and can be changed there.
 */
@Component
class UsualLineQueries {

    /** So many realisations that all serve the same lines make these usual, whatever their titles. */
    private static final int ALIKE = 3;

    private static final int SHORTEST_BEGINNING = 4;
    private static final Pattern BEGINNING_ENDS = Pattern.compile("(?s)[0-9,:;(–—].*");

    private final ActionPlans plans;
    private final JdbcClient db;

    UsualLineQueries(ActionPlans plans, JdbcClient db) {
        this.plans = plans;
        this.db = db;
    }

    /** A realisation of the same module and kind, with the lines that it serves. */
    record AttributedRealisation(String title, Set<ActionId> actions) {}

    /** The usual lines, of the plans in force; empty if there is no usage yet. */
    Set<ActionId> find(RealisationSource source, String title) {
        return choose(
                title,
                db.sql("""
                        SELECT r.title, array_agg(s.action ORDER BY s.action) AS actions
                        FROM (SELECT id, title, recorded_at FROM plan.realisation
                              WHERE source_module = :module AND source_kind = :kind AND state <> 'WITHDRAWN'
                              ORDER BY recorded_at DESC, id DESC LIMIT 50) r
                        JOIN plan.realisation_served s ON s.realisation = r.id
                        JOIN plan.actionplan_line l ON l.id = s.action
                        WHERE l.plan = ANY (:plans) AND NOT l.dropped
                        GROUP BY r.id, r.title, r.recorded_at ORDER BY r.recorded_at DESC, r.id DESC
                        """)
                        .param("module", source.module())
                        .param("kind", source.kind())
                        .param(
                                "plans",
                                plans.findRecordable().stream()
                                        .map(plan -> plan.id().value())
                                        .toArray(UUID[]::new))
                        .query((row, n) -> new AttributedRealisation(
                                row.getString("title"),
                                Arrays.stream((UUID[]) row.getArray("actions").getArray())
                                        .map(ActionId::new)
                                        .collect(Collectors.toSet())))
                        .list());
    }

    /**
     * Chooses among the last realisations.
     *
     * @param last the latest first
     * @return the lines of the last one whose title begins alike; else those that the last three share exactly
     */
    static Set<ActionId> choose(String title, List<AttributedRealisation> last) {
        String beginning = beginning(title);
        for (AttributedRealisation each : last) {
            if (beginning.length() >= SHORTEST_BEGINNING
                    && beginning(each.title()).equals(beginning)) {
                return each.actions();
            }
        }
        List<Set<ActionId>> latest =
                last.stream().limit(ALIKE).map(AttributedRealisation::actions).toList();
        return latest.size() == ALIKE && Set.copyOf(latest).size() == 1 ? latest.get(0) : Set.of();
    }

    /** « Conseil d’administration » of « Conseil d’administration, 6 octobre ». */
    private static String beginning(String title) {
        return TextNormalizer.fold(BEGINNING_ENDS.matcher(title).replaceFirst(""));
    }
}
