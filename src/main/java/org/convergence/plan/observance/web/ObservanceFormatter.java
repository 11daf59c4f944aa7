package org.convergence.plan.observance.web;

import java.time.LocalDate;
import org.convergence.plan.observance.domain.ObservanceKind;
import org.convergence.plan.observance.domain.ObservanceQueries.Observance;
import org.convergence.plan.observance.domain.ObservanceYearState;
import org.convergence.plan.observance.web.ObservancePage.ObservanceItem;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The date of a day that returns each year, and where it stands, in words. */
final class ObservanceFormatter {

    private ObservanceFormatter() {}

    static String date(LocalDate date, boolean isToConfirm, Words t) {
        return isToConfirm ? t.say("observance.to-confirm", date) : t.dayAndDate(date);
    }

    static ObservanceItem item(Observance it, LocalDate today, Words t) {
        boolean due = it.state() == null && !it.start().isAfter(today);
        return new ObservanceItem(
                ObservancePage.url(it.id()),
                it.name(),
                date(it.date(), it.isToConfirm(), t),
                it.state() == ObservanceYearState.PREPARED
                        ? Tone.OK
                        : it.state() != null
                                ? Tone.REST
                                : it.isMissed(today) && it.kind() == ObservanceKind.DEADLINE
                                        ? Tone.BAD
                                        : due ? Tone.ACTIVE : Tone.AHEAD,
                state(it, today, t));
    }

    /** What became of the day the year before; {@code null} if nothing was said. */
    static @Nullable String lastState(Observance it, Words t) {
        return it.lastState() == null
                ? null
                : t.say(
                        "observance.last-state",
                        String.valueOf(it.date().getYear() - 1),
                        t.say("observance.state." + it.lastState(), ObservanceKind.DEADLINE.name()));
    }

    static String state(Observance it, LocalDate today, Words t) {
        if (it.endedOn() != null) {
            return t.say("observance.ended");
        }
        if (it.state() != null) {
            boolean isOver = it.date().isBefore(today);
            return t.say("observance.state." + it.state(), (isOver ? ObservanceKind.DEADLINE : it.kind()).name());
        }
        return it.isMissed(today)
                ? t.say("observance.state.missed", it.kind().name())
                : it.start().isAfter(today)
                        ? t.say("observance.state.later", it.start())
                        : t.say("observance.state.now");
    }
}
