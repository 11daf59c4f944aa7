package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.function.Function;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.domain.GoDecision;
import org.jspecify.annotations.Nullable;

/** Words of deadlines, amounts and limits. */
final class GrantFormatter {

    private GrantFormatter() {}

    /** « 14 janvier 2027 à 23 h 59, heure du Pacifique (ici: 15 janvier à 2 h 59) »; the second only if it differs. */
    static String deadline(Instant closesAt, ZoneId theirs, ZoneId ours, Words t) {
        LocalDateTime there = LocalDateTime.ofInstant(closesAt, theirs);
        LocalDateTime here = LocalDateTime.ofInstant(closesAt, ours);
        String stated = t.say("text.date-time", t.date(there.toLocalDate()), t.time(there.toLocalTime()));
        return there.equals(here)
                ? stated
                : t.say(
                        "grant.call.deadline.both",
                        stated,
                        zone(theirs, t),
                        t.say("text.date-time", t.date(here.toLocalDate()), t.time(here.toLocalTime())));
    }

    /** « heure du Pacifique ». */
    static String zone(ZoneId zone, Words t) {
        return zone.getDisplayName(TextStyle.FULL, t.language().locale());
    }

    /** « de 5 000,00 $ à 25 000,00 $ »; {@code null} if no amount is known. */
    static @Nullable String amounts(@Nullable BigDecimal from, @Nullable BigDecimal to, String currency, Words t) {
        if (from != null && to != null && from.compareTo(to) != 0) {
            return t.say("grant.call.amounts", t.money(from, currency), t.money(to, currency));
        }
        BigDecimal one = to == null ? from : to;
        if (one == null) {
            return null;
        }
        return t.say(to == null ? "grant.call.amount.from" : "grant.call.amount.to", t.money(one, currency));
    }

    /**
     * « On y va – 3 mars 2027, Ana Morales: … »; {@code null} if it is not decided.
     *
     * @param names gives the name of a person
     */
    static @Nullable String decision(@Nullable GoDecision decision, Function<Object, String> names, Words t) {
        if (decision == null) {
            return null;
        }
        PersonId by = decision.decidedBy();
        return t.say(
                "grant.decision",
                t.say(decision.verdict().key()),
                decision.decidedOn(),
                by == null ? t.say("grant.nobody") : names.apply(by.value()),
                decision.reason());
    }
}
