package org.convergence.cooperation.project.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.domain.IndicatorService.FeedMeasure;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationShareSource;
import org.convergence.plan.realisation.RealisationShareSource.RealisationShare;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the realisations that feed indicators, and the shares measured at them. One query reads those of all indicators
 * with the same line and partner, and one the shares of a topic, whatever the number of periods.
 */
@Component
record IndicatorFeed(RealisationFacts facts, ObjectProvider<RealisationShareSource> shares) {

    /** A value's place: an indicator in a period. */
    record FedCell(IndicatorId indicator, ProjectPeriodId period) {}

    /**
     * The realisations that feed a cell.
     *
     * @param shares those measured at them, if the indicator reads shares
     */
    record FedFacts(List<RealisationFact> facts, Map<RealisationId, RealisationShare> shares) {

        /** No realisation. */
        static final FedFacts NONE = new FedFacts(List.of(), Map.of());

        /** Their figure for an indicator with a rule; {@code null} where none of them has a share. */
        @Nullable
        IndicatorFigure count(IndicatorRow indicator, FeedRule rule) {
            if (rule.measure() != FeedMeasure.WILL_USE) {
                return rule.count(facts, indicator.bySex());
            }
            int part = 0;
            int whole = 0;
            for (RealisationFact fact : facts) {
                RealisationShare share = Objects.requireNonNull(shares.get(fact.id()));
                part += share.part();
                whole += share.whole();
            }
            return whole == 0 ? null : IndicatorFigure.ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
        }
    }

    /**
     * The realisations of each fed indicator in each period; cells without any are left out. Realisations without a share
     * do not feed one.
     */
    Map<FedCell, FedFacts> find(List<IndicatorRow> indicators, List<ProjectPeriodRow> periods) {
        if (periods.isEmpty()) {
            return Map.of();
        }
        LocalDate from = periods.get(0).startsOn();
        LocalDate to = periods.get(periods.size() - 1).endsOn();
        Map<IndicatorId, FeedRule> rules = new LinkedHashMap<>();
        Map<FactsQuery, Map<IndicatorId, FeedRule>> queries = new LinkedHashMap<>();
        for (IndicatorRow indicator : indicators) {
            FeedRule rule = indicator.rule();
            if (rule != null) {
                rules.put(indicator.id(), rule);
                queries.computeIfAbsent(rule.query(from, to), query -> new LinkedHashMap<>())
                        .put(indicator.id(), rule);
            }
        }
        Map<FedCell, List<RealisationFact>> found = new HashMap<>();
        queries.forEach((query, some) -> facts.forEach(query, fact -> add(fact, some, periods, found)));
        return withShares(found, rules);
    }

    private Map<FedCell, FedFacts> withShares(
            Map<FedCell, List<RealisationFact>> found, Map<IndicatorId, FeedRule> rules) {
        Map<@Nullable UUID, Set<RealisationId>> asked = new HashMap<>();
        found.forEach((cell, realisations) -> {
            FeedRule rule = Objects.requireNonNull(rules.get(cell.indicator()));
            if (rule.measure() == FeedMeasure.WILL_USE) {
                Set<RealisationId> ids = asked.computeIfAbsent(rule.topic(), topic -> new HashSet<>());
                realisations.forEach(fact -> ids.add(fact.id()));
            }
        });
        Map<@Nullable UUID, Map<RealisationId, RealisationShare>> measured = new HashMap<>();
        asked.forEach((topic, ids) -> shares.forEach(source ->
                measured.computeIfAbsent(topic, key -> new HashMap<>()).putAll(source.findShares(ids, topic))));
        Map<FedCell, FedFacts> fed = new HashMap<>();
        found.forEach((cell, realisations) -> {
            FeedRule rule = Objects.requireNonNull(rules.get(cell.indicator()));
            if (rule.measure() != FeedMeasure.WILL_USE) {
                fed.put(cell, new FedFacts(realisations, Map.of()));
                return;
            }
            Map<RealisationId, RealisationShare> known = measured.getOrDefault(rule.topic(), Map.of());
            List<RealisationFact> shown = realisations.stream()
                    .filter(fact -> known.containsKey(fact.id()))
                    .toList();
            if (!shown.isEmpty()) {
                fed.put(cell, new FedFacts(shown, known));
            }
        });
        return fed;
    }

    private static void add(
            RealisationFact fact,
            Map<IndicatorId, FeedRule> rules,
            List<ProjectPeriodRow> periods,
            Map<FedCell, List<RealisationFact>> found) {
        LocalDate day = fact.happening().when().to();
        List<ProjectPeriodRow> around = periods.stream()
                .filter(period -> !day.isBefore(period.startsOn()) && !day.isAfter(period.endsOn()))
                .toList();
        if (around.isEmpty()) {
            return;
        }
        rules.forEach((indicator, rule) -> {
            if (rule.selects(fact)) {
                around.forEach(
                        period -> found.computeIfAbsent(new FedCell(indicator, period.id()), cell -> new ArrayList<>())
                                .add(fact));
            }
        });
    }
}
