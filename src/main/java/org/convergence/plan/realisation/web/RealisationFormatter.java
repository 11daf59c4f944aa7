package org.convergence.plan.realisation.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.WorkedHours.WorkedHoursSum;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** Formats realisations as text. */
final class RealisationFormatter {

    private static final Pattern MARK = Pattern.compile("[A-Z_]+|unhold|taken back|consent");

    private RealisationFormatter() {}

    static Tone tone(RealisationState state) {
        return switch (state) {
            case PLANNED -> Tone.AHEAD;
            case DONE -> Tone.OK;
            case WITHDRAWN -> Tone.REST;
        };
    }

    /** « 14 janvier 2025 », « du 14 au 18 janvier 2025 ». */
    static String formatDays(DayRange days, Words t) {
        return days.from().equals(days.to()) ? t.date(days.from()) : t.period(days.from(), days.to());
    }

    /** « 14 janv. 2025 », « 12 janv. – 14 janv. 2025 »: for a row of a list. */
    static String formatDaysShort(DayRange days, Words t) {
        if (days.from().equals(days.to())) {
            return t.shortDate(days.from());
        }
        boolean sameYear = days.from().getYear() == days.to().getYear();
        String from = sameYear ? t.shortDay(days.from()) : t.shortDate(days.from());
        return from + " – " + t.shortDate(days.to());
    }

    static @Nullable String place(@Nullable String code, Words t) {
        return code == null
                ? null
                : Place.findByCode(code).map(place -> place.name(t)).orElse(code);
    }

    /**
     * The facts of a realisation.
     *
     * @param isCounted whether a target may count it, and so for how many it counts
     */
    static List<RealisationPage.NamedFact> facts(
            RealisationDetails what, Amounts amounts, WorkedHoursSum worked, boolean isCounted, Words t) {
        List<RealisationPage.NamedFact> facts = new ArrayList<>();
        Place place = what.place();
        add(facts, "realisation.fact.when", formatDays(what.when(), t), t);
        add(facts, "realisation.fact.where", place == null ? null : place.name(t), t);
        add(facts, "realisation.fact.kind", t.say(what.kind().key()), t);
        Participations all = what.participations();
        add(facts, "realisation.fact.participations", all == null ? null : participations(all, t), t);
        add(facts, "realisation.fact.hours", hours(amounts.staffHours(), worked.staff(), t), t);
        add(facts, "realisation.fact.volunteer-hours", hours(amounts.volunteerHours(), worked.volunteers(), t), t);
        Integer copies = amounts.copies();
        add(facts, "realisation.fact.copies", copies == null ? null : t.number(copies), t);
        int quantity = amounts.quantity();
        add(
                facts,
                "realisation.fact.quantity",
                quantity == 1 || !isCounted ? null : t.say("realisation.quantity", quantity),
                t);
        return facts;
    }

    private static void add(List<RealisationPage.NamedFact> facts, String key, @Nullable String value, Words t) {
        if (value != null) {
            facts.add(new RealisationPage.NamedFact(t.say(key), value));
        }
    }

    /** The hours entered; else the estimate, marked as such. */
    private static @Nullable String hours(@Nullable BigDecimal estimate, @Nullable BigDecimal worked, Words t) {
        if (worked != null) {
            return t.say("realisation.hours.entered", t.hours(worked));
        }
        return estimate == null ? null : t.say("realisation.hours", t.hours(estimate));
    }

    /** « 24 : 15 femmes, 8 hommes et 1 non déclaré, dont 3 jeunes »; « 24 » if no gender is stated. */
    static String participations(Participations all, Words t) {
        List<String> parts = new ArrayList<>();
        part(parts, "realisation.participations.women", all.women(), t);
        part(parts, "realisation.participations.men", all.men(), t);
        part(parts, "realisation.participations.other", all.other(), t);
        if (!parts.isEmpty()) {
            part(parts, "realisation.participations.not-stated", all.notStated(), t);
        }
        String said = parts.isEmpty()
                ? t.number(all.total())
                : t.say("realisation.participations.said", all.total(), t.list(parts));
        Integer youth = all.youth();
        return youth == null ? said : t.say("realisation.participations.of-whom-youth", said, youth);
    }

    private static void part(List<String> parts, String key, int number, Words t) {
        if (number > 0) {
            parts.add(t.say(key, number));
        }
    }

    /** The names of values in the history. */
    static BinaryOperator<String> valueNames(Words t) {
        return (column, value) -> column.equals("place") ? String.valueOf(place(value, t)) : value;
    }

    /** The reason of a withdrawal; earlier versions kept a mark such as DECLINED instead of words. */
    static String withdrawn(@Nullable String reason, Words t) {
        return reason == null ? "" : MARK.matcher(reason).matches() ? t.say("realisation.taken-back") : reason;
    }
}
