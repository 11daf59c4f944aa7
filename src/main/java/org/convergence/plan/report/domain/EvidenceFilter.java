package org.convergence.plan.report.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.RealisationKind;
import org.jspecify.annotations.Nullable;

/**
 * Selects the realisations of a report behind a figure. A {@code null} component does not narrow.
 *
 * @param line an objective, a means or an action
 * @param place its code, {@code ""} for those without a known place
 * @param kinds those that count; empty for all
 * @param counted what is counted
 */
public record EvidenceFilter(
        @Nullable UUID line,
        @Nullable String place,
        List<RealisationKind> kinds,
        @Nullable UUID organisation,
        @Nullable YearMonth month,
        FigureMeasure counted) {

    public EvidenceFilter {
        kinds = List.copyOf(kinds);
    }

    /** All realisations of a report. */
    public static final EvidenceFilter ALL =
            new EvidenceFilter(null, null, List.of(), null, null, FigureMeasure.REALISATIONS);

    /** The realisations of a line; of the whole report for {@code null}. */
    public static EvidenceFilter of(@Nullable UUID line, FigureMeasure counted) {
        return new EvidenceFilter(line, null, List.of(), null, null, counted);
    }

    /** Only the realisations at a place. */
    public EvidenceFilter atPlace(String code) {
        return new EvidenceFilter(line, code, kinds, organisation, month, counted);
    }

    /** Only the realisations of these kinds. */
    public EvidenceFilter of(List<RealisationKind> some) {
        return new EvidenceFilter(line, place, some, organisation, month, counted);
    }

    /** Only the realisations in which an organisation took part. */
    public EvidenceFilter withOrganisation(UUID one) {
        return new EvidenceFilter(line, place, kinds, one, month, counted);
    }

    /** Whether it selects a realisation. */
    public boolean matches(ReportFact fact) {
        return (line == null || fact.serves(line))
                && (place == null || place.equals(fact.place() == null ? "" : fact.place()))
                && (kinds.isEmpty() || kinds.contains(fact.kind()))
                && (organisation == null
                        || fact.organisations().stream()
                                .anyMatch(each -> each.id().equals(organisation)))
                && (month == null || month.equals(YearMonth.from(fact.to())))
                && counted.appliesTo(fact);
    }

    /** The selected realisations of a report. */
    public List<ReportFact> filter(List<ReportFact> facts) {
        return facts.stream().filter(this::matches).toList();
    }
}
