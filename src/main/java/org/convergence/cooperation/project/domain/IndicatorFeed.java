package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.springframework.stereotype.Component;

/**
 * Finds the realisations that feed indicators. One query reads those of all indicators with the same line and partner,
 * whatever the number of periods.
 */
@Component
record IndicatorFeed(RealisationFacts facts) {

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
        return found;
    }

    private static void add(
            RealisationFact fact,
            Map<IndicatorId, FeedRule> rules,
            List<ProjectPeriodRow> periods,
            Map<FedCell, List<RealisationFact>> found) {
        LocalDate day = fact.happening().when().to();
        for (ProjectPeriodRow period : periods) {
            if (!day.isBefore(period.startsOn()) && !day.isAfter(period.endsOn())) {
                rules.forEach((indicator, rule) -> {
                    if (rule.selects(fact)) {
                        found.computeIfAbsent(new FedCell(indicator, period.id()), cell -> new ArrayList<>())
                                .add(fact);
                    }
                });
            }
        }
    }
}
