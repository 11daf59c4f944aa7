package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a figure counts, and the share of one realisation in it. */
public enum FigureMeasure {
    REALISATIONS,
    PARTICIPATIONS,
    WOMEN,
    MEN,
    OTHER,
    NOT_STATED,
    YOUTH,
    ORGANISATIONS,
    HOURS,
    COPIES,
    /** Realisations without a count of participations. */
    UNCOUNTED;

    /** Whether the realisation has a value for it. */
    boolean appliesTo(ReportFact fact) {
        return switch (this) {
            case REALISATIONS -> true;
            case UNCOUNTED -> fact.count() == null;
            default -> amount(fact).signum() > 0;
        };
    }

    /** Its amount in a realisation; for organisations, how many took part in this one. */
    public BigDecimal amount(ReportFact fact) {
        ReportFact.FactParticipations count = fact.count();
        return switch (this) {
            case REALISATIONS, UNCOUNTED -> BigDecimal.ONE;
            case PARTICIPATIONS -> number(count == null ? null : count.total());
            case WOMEN -> number(count == null ? null : count.women());
            case MEN -> number(count == null ? null : count.men());
            case OTHER -> number(count == null ? null : count.other());
            case NOT_STATED -> number(count == null ? null : count.notStated());
            case YOUTH -> number(count == null ? null : count.youth());
            case ORGANISATIONS -> number(fact.organisations().size());
            case HOURS -> fact.hours();
            case COPIES -> number(fact.copies());
        };
    }

    /** Its name in addresses and the messages. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static BigDecimal number(@Nullable Integer number) {
        return number == null ? BigDecimal.ZERO : BigDecimal.valueOf(number);
    }
}
