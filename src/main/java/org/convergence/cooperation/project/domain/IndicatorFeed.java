package org.convergence.cooperation.project.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * Finds the realisations that feed indicators, and the shares measured at them. One query reads those of all indicators with the same line and partner,
 * whatever the number of periods.
 */
@Component
record IndicatorFeed(RealisationFacts facts, ObjectProvider<RealisationShareSource> shares) {

    /** A value's place: an indicator in a period. */
    record FedCell(IndicatorId indicator, ProjectPeriodId period) {}

    /** The realisations of each fed indicator in each period; cells without any are left out. */
    Map<FedCell, List<RealisationFact>> find(List<IndicatorRow> indicators, List<ProjectPeriodRow> periods) {
        Map<FedCell, List<RealisationFact>> found = new HashMap<>();
        if (periods.isEmpty()) {
            return found;
        }
        LocalDate from = periods.get(0).startsOn();
        LocalDate to = periods.get(periods.size() - 1).endsOn();
        Map<FactsQuery, Map<IndicatorId, FeedRule>> queries = new LinkedHashMap<>();
        for (IndicatorRow indicator : indicators) {
            FeedRule rule = indicator.rule();
            if (rule != null) {
                queries.computeIfAbsent(rule.query(from, to), query -> new LinkedHashMap<>())
                        .put(indicator.id(), rule);
            }
        }
        queries.forEach((query, rules) -> facts.forEach(query, fact -> add(fact, rules, periods, found)));
        for (IndicatorRow indicator : indicators) {
            FeedRule rule = indicator.rule();
            if (rule != null && rule.measure() == FeedMeasure.WILL_USE) {
                periods.forEach(period -> keepMeasured(new FedCell(indicator.id(), period.id()), rule, found));
            }
        }
        return found;
    }

    /** Realisations without a share do not feed one. */
    private void keepMeasured(FedCell cell, FeedRule rule, Map<FedCell, List<RealisationFact>> found) {
        List<RealisationFact> fed = found.get(cell);
        if (fed == null) {
            return;
        }
        Set<RealisationId> measured = findShares(rule, fed).keySet();
        fed.removeIf(fact -> !measured.contains(fact.id()));
        if (fed.isEmpty()) {
            found.remove(cell);
        }
    }

    private Map<RealisationId, RealisationShare> findShares(FeedRule rule, List<RealisationFact> fed) {
        Map<RealisationId, RealisationShare> found = new HashMap<>();
        List<RealisationId> ids = fed.stream().map(RealisationFact::id).toList();
        shares.forEach(source -> found.putAll(source.findShares(ids, rule.topic())));
        return found;
    }

    /** The figure of the realisations that feed an indicator; {@code null} where none of them has a share. */
    @Nullable
    IndicatorFigure count(IndicatorRow indicator, FeedRule rule, List<RealisationFact> fed) {
        if (rule.measure() != FeedMeasure.WILL_USE) {
            return rule.count(fed, indicator.bySex());
        }
        if (fed.isEmpty()) {
            return null;
        }
        int part = 0;
        int whole = 0;
        for (RealisationShare each : findShares(rule, fed).values()) {
            part += each.part();
            whole += each.whole();
        }
        return whole == 0 ? null : IndicatorFigure.ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
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
