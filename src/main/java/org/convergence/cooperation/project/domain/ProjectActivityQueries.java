package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectPartnerRow;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.access.Requires;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the realisations of a project in a period. */
@Service
@Transactional(readOnly = true)
@Requires(ProjectPermissions.READ)
public class ProjectActivityQueries {

    private final ProjectQueries projects;
    private final MeasurementQueries measurement;
    private final RealisationFacts facts;

    ProjectActivityQueries(ProjectQueries projects, MeasurementQueries measurement, RealisationFacts facts) {
        this.projects = projects;
        this.measurement = measurement;
        this.facts = facts;
    }

    /**
     * Those that feed an indicator, or serve a line of the project with a partner of it; each once, the earliest first.
     * One query for each line and partner that feed indicators, and for each partner.
     */
    public List<RealisationFact> find(ProjectId project, LocalDate from, LocalDate to) {
        Map<RealisationId, RealisationFact> found = new LinkedHashMap<>();
        measurement.findIndicators(project).stream()
                .map(IndicatorRow::rule)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.groupingBy(rule -> rule.query(from, to)))
                .forEach((query, rules) -> facts.forEach(query, fact -> {
                    if (rules.stream().anyMatch(rule -> rule.selects(fact))) {
                        found.putIfAbsent(fact.id(), fact);
                    }
                }));
        Set<ActionId> lines = new HashSet<>(projects.findLines(project));
        if (!lines.isEmpty()) {
            projects.findPartners(project).stream()
                    .map(ProjectPartnerRow::organisation)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .forEach(partner ->
                            facts.forEach(FactsQuery.forPeriod(from, to).withParticipant(partner), fact -> {
                                if (fact.actions().stream().anyMatch(lines::contains)) {
                                    found.putIfAbsent(fact.id(), fact);
                                }
                            }));
        }
        return found.values().stream()
                .sorted(Comparator.comparing((RealisationFact fact) ->
                                fact.happening().when().to())
                        .thenComparing(fact -> fact.id().value()))
                .toList();
    }
}
