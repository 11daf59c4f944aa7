package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import org.convergence.outreach.assembly.domain.Majority;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.outreach.assembly.domain.SeatOn;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Rules, seats and mandates in words. */
final class Saying {

    private Saying() {}

    static String quorum(Quorum quorum, Words t) {
        return quorum.measure() == Quorum.Measure.COUNT
                ? t.say("assembly.quorum.COUNT", quorum.numerator())
                : t.say(
                        "assembly.quorum." + quorum.measure().name(),
                        Parts.say(quorum.numerator(), quorum.denominator(), quorum.moreThan(), t));
    }

    static String majority(Majority majority, Words t) {
        return t.say(
                majority.ofPresent() ? "assembly.majority.present" : "assembly.majority.cast",
                Parts.say(majority.numerator(), majority.denominator(), majority.moreThan(), t));
    }

    /** « Présidence, Centrale des syndicats fictifs », or who sits for herself. */
    static String seat(SeatOn seat, Words t) {
        var organisation = seat.organisation();
        String whose = organisation == null ? t.say("assembly.seat.own") : organisation.name();
        return seat.title() == null ? whose : seat.title() + ", " + whose;
    }

    static String span(@Nullable LocalDate since, @Nullable LocalDate until, Words t) {
        return t.period(since, until);
    }
}
