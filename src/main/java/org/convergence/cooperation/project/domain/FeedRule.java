package org.convergence.cooperation.project.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.cooperation.project.domain.IndicatorService.FeedMeasure;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Place;
import org.jspecify.annotations.Nullable;

/**
 * Selects the realisations that feed an indicator, and what is counted of them. At least one of kind, line, place,
 * partner and topic is given.
 *
 * @param place its code, such as {@code CO} or {@code QC-06}
 * @param topic for what a share is measured; {@code null} for all, and where none is
 */
public record FeedRule(
        FeedMeasure measure,
        @Nullable RealisationKind kind,
        @Nullable ActionId action,
        @Nullable String place,
        @Nullable OrganisationId partner,
        @Nullable UUID topic) {

    public FeedRule {
        if (kind == null && action == null && place == null && partner == null && topic == null) {
            throw new Refused("project.refused.feed");
        }
    }

    /** The realisations of a period to read: line and partner are conditions of the query. */
    FactsQuery query(LocalDate from, LocalDate to) {
        FactsQuery query = FactsQuery.forPeriod(from, to);
        query = action == null ? query : query.serving(action);
        return partner == null ? query : query.withParticipant(partner);
    }

    /** Whether a realisation read by {@link #query} has the kind and the place. */
    boolean selects(RealisationFact fact) {
        Place where = fact.happening().place();
        return (kind == null || fact.happening().kind() == kind)
                && (place == null || (where != null && place.equals(where.code())));
    }

    /** The figure of some realisations, each counted once. */
    public IndicatorFigure count(List<RealisationFact> facts, boolean bySex) {
        if (measure == FeedMeasure.PARTICIPATIONS) {
            PeopleBySex people = facts.stream().map(FeedRule::people).reduce(PeopleBySex.NOBODY, PeopleBySex::plus);
            return bySex ? IndicatorFigure.of(people) : IndicatorFigure.of(BigDecimal.valueOf(people.total()));
        }
        if (measure == FeedMeasure.ORGANISATIONS) {
            Set<OrganisationName> all = new HashSet<>();
            facts.forEach(fact -> all.addAll(fact.organisations()));
            return IndicatorFigure.of(BigDecimal.valueOf(all.size()));
        }
        return IndicatorFigure.of(facts.stream().map(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static PeopleBySex people(RealisationFact fact) {
        Participations counted = fact.happening().participations();
        return counted == null
                ? PeopleBySex.NOBODY
                : new PeopleBySex(counted.women(), counted.men(), counted.other(), counted.notStated());
    }

    private BigDecimal amount(RealisationFact fact) {
        return switch (measure) {
            case HOURS ->
                zero(fact.amounts().staffHours()).add(zero(fact.amounts().volunteerHours()));
            case COPIES ->
                BigDecimal.valueOf(
                        fact.amounts().copies() == null ? 0 : fact.amounts().copies());
            default -> BigDecimal.valueOf(fact.amounts().quantity());
        };
    }

    private static BigDecimal zero(@Nullable BigDecimal hours) {
        return hours == null ? BigDecimal.ZERO : hours;
    }
}
