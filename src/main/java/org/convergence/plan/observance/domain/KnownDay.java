package org.convergence.plan.observance.domain;

import java.time.MonthDay;

/** Days that organisations of solidarity and unions mark, offered to be followed. Sources: the lists of the UN and the ILO. */
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
    MIGRANTS(12, 18);

    private final MonthDay date;

    KnownDay(int month, int day) {
        date = MonthDay.of(month, day);
    }

    /** When it comes each year. */
    public MonthDay date() {
        return date;
    }

    /** The message key of its name. */
    public String key() {
        return "observance.known." + name();
    }
}
