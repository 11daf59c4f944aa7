package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the law usually requires of bodies (R-GOV-3, R-GOV-4, R-GOV-6, R-GOV-9): warnings only, since by-laws may differ. */
public final class GovernancePolicy {

    private static final int LEAST_SEATS = 3;
    private static final int DIRECTORS_BEFORE_AN_EXECUTIVE = 6;
    private static final int LONGEST_TERM = 24;
    private static final int BALANCE_MONTHS = 4;
    private static final int ASSEMBLY_MONTHS = 6;

    /** Days to declare a change of directors to the registrar (R-GOV-15). */
    public static final int REGISTRAR_DAYS = 30;

    private GovernancePolicy() {}

    /**
     * A warning.
     *
     * @param key message key
     * @param arguments text, numbers, dates, names
     */
    public record GovernanceWarning(String key, List<Object> arguments) {

        static GovernanceWarning of(String key, Object... arguments) {
            return new GovernanceWarning("assembly.check." + key, List.of(arguments));
        }
    }

    /** Names of people, formatted as a list. */
    public record WarningNames(List<String> all) {}

    /**
     * The warnings about a body on a day.
     *
     * @param directors number of board seats on that day
     */
    public static List<GovernanceWarning> checkBody(
            BodyKind kind, RuleSet rules, List<SeatOnDay> seats, int directors, LocalDate day) {
        List<GovernanceWarning> found = new ArrayList<>();
        if (kind != BodyKind.BOARD && kind != BodyKind.EXECUTIVE) {
            return found;
        }
        if (seats.size() < LEAST_SEATS) {
            found.add(GovernanceWarning.of("seats", seats.size(), LEAST_SEATS));
        }
        if (kind == BodyKind.EXECUTIVE && directors <= DIRECTORS_BEFORE_AN_EXECUTIVE) {
            found.add(GovernanceWarning.of("executive", directors, DIRECTORS_BEFORE_AN_EXECUTIVE));
        }
        Integer term = rules.termMonths();
        if (term != null && term > LONGEST_TERM) {
            found.add(GovernanceWarning.of("term", term, LONGEST_TERM));
        }
        List<String> longest = seats.stream()
                .map(SeatOnDay::holder)
                .filter(Objects::nonNull)
                .filter(holder -> holder.since().plusMonths(LONGEST_TERM).isBefore(day))
                .map(SeatOnDay.SeatMandate::name)
                .toList();
        if (!longest.isEmpty()) {
            found.add(GovernanceWarning.of("mandates", longest.size(), new WarningNames(longest)));
        }
        return found;
    }

    /** A warning if people are to take part at a distance, which the by-laws forbid (R-GOV-6). */
    public static Optional<GovernanceWarning> checkPlace(RuleSet rules, @Nullable String online) {
        return rules.onSiteOnly() && online != null
                ? Optional.of(new GovernanceWarning("assembly.check.on-site", List.of()))
                : Optional.empty();
    }

    /**
     * A warning if an annual assembly comes late after the end of a fiscal year.
     *
     * @param yearEnd the last day of the fiscal year whose accounts it receives
     */
    public static Optional<GovernanceWarning> checkAssembly(LocalDate assembly, LocalDate yearEnd) {
        if (assembly.isAfter(yearEnd.plusMonths(ASSEMBLY_MONTHS))) {
            return Optional.of(GovernanceWarning.of("assembly", yearEnd, yearEnd.plusMonths(ASSEMBLY_MONTHS)));
        }
        return assembly.isAfter(yearEnd.plusMonths(BALANCE_MONTHS))
                ? Optional.of(GovernanceWarning.of("balance", yearEnd, yearEnd.plusMonths(BALANCE_MONTHS)))
                : Optional.empty();
    }
}
