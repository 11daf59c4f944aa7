package org.convergence.plan.realisation.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TrigramSimilarity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often each line was served under similar titles, among the latest realisations: those of last year's plan count
 * for the same line of the current plan.
 */
@Component
class ServedLineHistory {

    private static final double SAME_LINE = 0.6;

    /**
     * How many past realisations are compared: more than two years of a small team's work. Older ones help little, and
     * each costs one comparison per title.
     */
    private static final int LATELY = 500;

    private final JdbcClient db;
    private final ActionPlans plans;

    ServedLineHistory(JdbcClient db, ActionPlans plans) {
        this.db = db;
        this.plans = plans;
    }

    /** For each title, the frequency of each line, from 0 to 1; lines without any are left out. */
    Map<String, Map<ActionId, Double>> findFrequencies(Collection<String> titles, List<PlanLine> lines) {
        Map<String, Map<ActionId, Double>> shares = shares(titles);
        Set<ActionId> all = new HashSet<>();
        shares.values().forEach(each -> all.addAll(each.keySet()));
        Map<ActionId, PlanLine> served = all.isEmpty() ? Map.of() : plans.findLinesById(all);
        Map<String, TrigramSimilarity> texts = new HashMap<>();
        Map<ActionId, List<ActionId>> todays = new HashMap<>();
        all.forEach(action -> todays.put(
                action,
                lines.stream()
                        .filter(line -> line.id().equals(action) || sameLine(line, served.get(action), texts))
                        .map(PlanLine::id)
                        .toList()));
        Map<String, Map<ActionId, Double>> before = new HashMap<>();
        for (String title : titles) {
            Map<ActionId, Double> of = before.computeIfAbsent(title, key -> new HashMap<>());
            shares.getOrDefault(TextNormalizer.fold(title), Map.of())
                    .forEach((action, share) ->
                            todays.getOrDefault(action, List.of()).forEach(line -> of.merge(line, share, Double::sum)));
        }
        return before;
    }

    private Map<String, Map<ActionId, Double>> shares(Collection<String> titles) {
        Map<String, Map<ActionId, Double>> shares = new HashMap<>();
        db.sql("""
                        WITH lately AS MATERIALIZED (
                            SELECT id, search_form FROM plan.realisation WHERE state <> 'WITHDRAWN'
                            ORDER BY ends_on DESC, id DESC LIMIT :lately)
                        SELECT t.title, s.action, sum(alike.likeness / alike.whole) AS share
                        FROM unnest(CAST(:titles AS text[])) AS t (title)
                        CROSS JOIN LATERAL (
                            SELECT id, likeness, sum(likeness) OVER () AS whole FROM (
                                SELECT id, similarity(search_form, t.title) AS likeness FROM lately
                                WHERE search_form % t.title
                                ORDER BY 2 DESC, id DESC LIMIT 30) AS nearest) AS alike
                        JOIN plan.realisation_served s ON s.realisation = alike.id GROUP BY t.title, s.action
                        """)
                .param("lately", LATELY)
                .param(
                        "titles",
                        titles.stream().map(TextNormalizer::fold).distinct().toArray(String[]::new))
                .query((row, n) -> shares.computeIfAbsent(row.getString("title"), key -> new HashMap<>())
                        .put(new ActionId(row.getObject("action", UUID.class)), row.getDouble("share")))
                .list();
        return shares;
    }

    /** @param texts the similarity of each text already compared */
    private static boolean sameLine(PlanLine today, @Nullable PlanLine before, Map<String, TrigramSimilarity> texts) {
        return before != null
                && !before.plan().equals(today.plan())
                && Objects.equals(before.code(), today.code())
                && texts.computeIfAbsent(before.text(), TrigramSimilarity::of)
                                .similarityTo(texts.computeIfAbsent(today.text(), TrigramSimilarity::of))
                        >= SAME_LINE;
    }
}
