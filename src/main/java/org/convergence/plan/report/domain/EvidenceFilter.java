package org.convergence.plan.report.domain;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.realisation.RealisationKind;
import org.jspecify.annotations.Nullable;

/**
 * Selects the realisations of a report behind a figure, and gives the address of their page. A {@code null}
 * component does not narrow.
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

    private static final UUID NONE = new UUID(0, 0);

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

    /** The page; empty for a report that is not stored and so has none. */
    public static String address(UUID report, EvidenceFilter choice) {
        if (!isKept(report)) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        addParameter(parts, "line", choice.line());
        addParameter(parts, "place", choice.place());
        choice.kinds().forEach(kind -> addParameter(parts, "kind", kind.name()));
        addParameter(parts, "organisation", choice.organisation());
        addParameter(parts, "month", choice.month());
        if (choice.counted() != FigureMeasure.REALISATIONS) {
            addParameter(parts, "counted", choice.counted().name());
        }
        return "/plan/report/" + report + "/evidence" + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    /** The page of the actions in a state; empty likewise. */
    public static String address(UUID report, ActionState state) {
        return isKept(report) ? "/plan/report/" + report + "/lines?state=" + state : "";
    }

    /** Whether a report is stored, and so has links to its evidence. */
    static boolean isKept(UUID report) {
        return !report.equals(NONE);
    }

    private static void addParameter(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

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
}
