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
public record Choice(
        @Nullable UUID line,
        @Nullable String place,
        List<RealisationKind> kinds,
        @Nullable UUID organisation,
        @Nullable YearMonth month,
        Counted counted) {

    public Choice {
        kinds = List.copyOf(kinds);
    }

    /** All realisations of a report. */
    public static final Choice ALL = new Choice(null, null, List.of(), null, null, Counted.REALISATIONS);

    /** Those of a line; of the whole report for {@code null}. */
    public static Choice of(@Nullable UUID line, Counted counted) {
        return new Choice(line, null, List.of(), null, null, counted);
    }

    /** Only those at a place. */
    public Choice at(String code) {
        return new Choice(line, code, kinds, organisation, month, counted);
    }

    /** Only those of these kinds. */
    public Choice of(List<RealisationKind> some) {
        return new Choice(line, place, some, organisation, month, counted);
    }

    /** Only those in which an organisation took part. */
    public Choice with(UUID one) {
        return new Choice(line, place, kinds, one, month, counted);
    }

    /** Whether it selects a realisation. */
    public boolean takes(Fact fact) {
        return (line == null || fact.serves(line))
                && (place == null || place.equals(fact.place() == null ? "" : fact.place()))
                && (kinds.isEmpty() || kinds.contains(fact.kind()))
                && (organisation == null
                        || fact.organisations().stream()
                                .anyMatch(each -> each.id().equals(organisation)))
                && (month == null || month.equals(YearMonth.from(fact.to())))
                && counted.in(fact);
    }

    /** The selected realisations of a report. */
    public List<Fact> among(List<Fact> facts) {
        return facts.stream().filter(this::takes).toList();
    }
}
