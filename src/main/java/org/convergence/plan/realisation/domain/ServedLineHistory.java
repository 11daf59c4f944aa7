package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
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
import org.convergence.platform.text.TrigramIndex;
import org.convergence.platform.text.TrigramIndex.SimilarText;
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
     * How many past realisations are compared: more than two years of a small team's work. Older ones help little.
     */
    private static final int LATELY = 500;

    private static final double SIMILAR = 0.3;
    private static final int NEAREST = 30;

    private final JdbcClient db;
    private final ActionPlans plans;
    private volatile @Nullable LatestTitles indexed;

    ServedLineHistory(JdbcClient db, ActionPlans plans) {
        this.db = db;
        this.plans = plans;
    }

    /** For each title, the frequency of each line, from 0 to 1; lines without any are left out. */
    Map<String, Map<ActionId, Double>> findFrequencies(Collection<String> titles, List<PlanLine> lines) {
        Map<String, Map<ActionId, Double>> shares = shares(titles);
        Set<ActionId> all = new HashSet<>();
        shares.values().forEach(each -> all.addAll(each.keySet()));
        Map<ActionId, List<ActionId>> todays = findSameLines(all, lines);
        Map<String, Map<ActionId, Double>> before = new HashMap<>();
        for (String title : titles) {
            Map<ActionId, Double> of = before.computeIfAbsent(title, key -> new HashMap<>());
            shares.getOrDefault(TextNormalizer.fold(title), Map.of())
                    .forEach((action, share) ->
                            todays.getOrDefault(action, List.of()).forEach(line -> of.merge(line, share, Double::sum)));
        }
        return before;
    }

    /** For each line, itself if it is one of these, and those that continue it in another plan. */
    Map<ActionId, List<ActionId>> findSameLines(Collection<ActionId> all, List<PlanLine> lines) {
        Map<ActionId, PlanLine> served = all.isEmpty() ? Map.of() : plans.findLinesById(all);
        Map<String, TrigramSimilarity> texts = new HashMap<>();
        Map<ActionId, List<ActionId>> todays = new HashMap<>();
        all.forEach(action -> todays.put(
                action,
                lines.stream()
                        .filter(line -> line.id().equals(action) || sameLine(line, served.get(action), texts))
                        .map(PlanLine::id)
                        .toList()));
        return todays;
    }

    /** For each folded title, the lines that similar titles served, weighted by their similarity. */
    private Map<String, Map<ActionId, Double>> shares(Collection<String> titles) {
        LatestTitles latest = readLatest();
        Map<String, List<SimilarText>> similar = new HashMap<>();
        Set<UUID> realisations = new HashSet<>();
        for (String title : titles) {
            List<SimilarText> nearest = similar.computeIfAbsent(
                    TextNormalizer.fold(title), folded -> latest.index.find(folded, SIMILAR, NEAREST));
            nearest.forEach(each -> realisations.add(latest.ids.get(each.position())));
        }
        Map<UUID, List<ActionId>> served = findServed(realisations);
        Map<String, Map<ActionId, Double>> shares = new HashMap<>();
        similar.forEach((title, nearest) -> {
            double whole = nearest.stream().mapToDouble(SimilarText::similarity).sum();
            Map<ActionId, Double> of = shares.computeIfAbsent(title, none -> new HashMap<>());
            nearest.forEach(each -> served.getOrDefault(latest.ids.get(each.position()), List.of())
                    .forEach(line -> of.merge(line, each.similarity() / whole, Double::sum)));
        });
        return shares;
    }

    /** The latest realisations, the last first; their index is made again only where one of them has changed. */
    private LatestTitles readLatest() {
        List<UUID> ids = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        db.sql("""
                        SELECT id, search_form FROM plan.realisation WHERE state <> 'WITHDRAWN'
                        ORDER BY ends_on DESC, id DESC LIMIT ?
                        """).param(LATELY).query(row -> {
            ids.add(row.getObject("id", UUID.class));
            titles.add(row.getString("search_form"));
        });
        LatestTitles known = indexed;
        if (known == null || !known.ids.equals(ids) || !known.titles.equals(titles)) {
            known = new LatestTitles(ids, titles, new TrigramIndex(titles));
            indexed = known;
        }
        return known;
    }

    private Map<UUID, List<ActionId>> findServed(Collection<UUID> realisations) {
        Map<UUID, List<ActionId>> served = new HashMap<>();
        db.sql("SELECT realisation, action FROM plan.realisation_served WHERE realisation = ANY (?)")
                .param(realisations.toArray(UUID[]::new))
                .query(row -> {
                    served.computeIfAbsent(row.getObject("realisation", UUID.class), none -> new ArrayList<>())
                            .add(new ActionId(row.getObject("action", UUID.class)));
                });
        return served;
    }

    private record LatestTitles(List<UUID> ids, List<String> titles, TrigramIndex index) {}

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
