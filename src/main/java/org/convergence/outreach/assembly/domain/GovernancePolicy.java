package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the law usually asks of bodies (R-GOV-3, R-GOV-4, R-GOV-9): said, never forbidden, since by-laws may differ. */
public final class GovernancePolicy {

    private static final int LEAST_SEATS = 3;
    private static final int DIRECTORS_BEFORE_AN_EXECUTIVE = 6;
    private static final int LONGEST_TERM = 24;
    private static final int BALANCE_MONTHS = 4;
    private static final int ASSEMBLY_MONTHS = 6;

    /** Days within which a change of directors is declared to the registrar (R-GOV-15). */
    public static final int REGISTRAR_DAYS = 30;

    private GovernancePolicy() {}

    /**
     * What one should look at.
     *
     * @param key its message
     * @param arguments text, numbers, dates, names
     */
    public record Warning(String key, List<Object> arguments) {

        static Warning of(String key, Object... arguments) {
            return new Warning("assembly.check." + key, List.of(arguments));
        }
    }

    /** People, to be said one after the other. */
    public record Names(List<String> all) {}

    /**
     * What of a body does not hold on a day.
     *
     * @param directors seats of the board that day
     */
    public static List<Warning> ofBody(BodyKind kind, RuleSet rules, List<SeatOn> seats, int directors, LocalDate day) {
        List<Warning> found = new ArrayList<>();
        if (kind != BodyKind.BOARD && kind != BodyKind.EXECUTIVE) {
            return found;
        }
        if (seats.size() < LEAST_SEATS) {
            found.add(Warning.of("seats", seats.size(), LEAST_SEATS));
        }
        if (kind == BodyKind.EXECUTIVE && directors <= DIRECTORS_BEFORE_AN_EXECUTIVE) {
            found.add(Warning.of("executive", directors, DIRECTORS_BEFORE_AN_EXECUTIVE));
        }
        Integer term = rules.termMonths();
        if (term != null && term > LONGEST_TERM) {
            found.add(Warning.of("term", term, LONGEST_TERM));
        }
        List<String> longest = seats.stream()
                .map(SeatOn::holder)
                .filter(Objects::nonNull)
                .filter(holder -> holder.since().plusMonths(LONGEST_TERM).isBefore(day))
                .map(SeatOn.Sitting::name)
                .toList();
        if (!longest.isEmpty()) {
            found.add(Warning.of("mandates", longest.size(), new Names(longest)));
        }
        return found;
    }

    /**
     * Whether an annual assembly comes late after the end of a fiscal year.
     *
     * @param yearEnd the last day of the fiscal year whose accounts are laid before it
     */
    public static Optional<Warning> ofAssembly(LocalDate assembly, LocalDate yearEnd) {
        if (assembly.isAfter(yearEnd.plusMonths(ASSEMBLY_MONTHS))) {
            return Optional.of(Warning.of("assembly", yearEnd, yearEnd.plusMonths(ASSEMBLY_MONTHS)));
        }
        return assembly.isAfter(yearEnd.plusMonths(BALANCE_MONTHS))
                ? Optional.of(Warning.of("balance", yearEnd, yearEnd.plusMonths(BALANCE_MONTHS)))
                : Optional.empty();
    }
}
