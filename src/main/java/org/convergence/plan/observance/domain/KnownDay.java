package org.convergence.plan.observance.domain;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Days that organisations of solidarity and unions mark, and deadlines of an organisation in Québec, offered to be
 * followed. Sources: the lists of the UN and the ILO; AQOCI; Regulation respecting the publicity of enterprises, s. 3,
 * whose period each organisation checks.
 */
public enum KnownDay {
    WOMEN(3, 8),
    WORKERS_MOURNED(4, 28),
    RANA_PLAZA(4, 24),
    WORKERS(5, 1),
    CHILD_LABOUR(6, 12),
    DOMESTIC_WORKERS(6, 16),
    DECENT_WORK(10, 7),
    VIOLENCE_AGAINST_WOMEN(11, 25),
    HUMAN_RIGHTS(12, 10),
    MIGRANTS(12, 18),
    SOLIDARITY_DAYS(11, 6, ObservanceKind.DAY, true),
    REGISTRY(11, 15, ObservanceKind.DEADLINE, false),
    SLIPS(2, 28, ObservanceKind.DEADLINE, false);

    private final MonthDay date;
    private final ObservanceKind kind;
    private final boolean moves;

    KnownDay(int month, int day) {
        this(month, day, ObservanceKind.DAY, false);
    }

    KnownDay(int month, int day, ObservanceKind kind, boolean moves) {
        date = MonthDay.of(month, day);
        this.kind = kind;
        this.moves = moves;
    }

    public ObservanceKind kind() {
        return kind;
    }

    /** Whether its date is another each year. */
    public boolean moves() {
        return moves;
    }

    /** When it comes each year; about when, if it moves. */
    public MonthDay date() {
        return date;
    }

    /** The first date on which it comes if it is followed from that day: one that is just over is still asked for. */
    public LocalDate next(LocalDate today) {
        LocalDate from = today.minusDays(
                kind == ObservanceKind.DEADLINE ? ObservanceQueries.DAYS_BEFORE : ObservanceQueries.DAYS_TO_ANSWER);
        LocalDate first = date.atYear(from.getYear());
        return first.isBefore(from) ? date.atYear(from.getYear() + 1) : first;
    }

    /** The message key of its name. */
    public String key() {
        return "observance.known." + name();
    }
}
