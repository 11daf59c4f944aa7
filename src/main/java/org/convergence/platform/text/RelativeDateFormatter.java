package org.convergence.platform.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Formats the distance of a day or an instant: by days for two weeks, by weeks for two months, by months for two
 * years, then by years; always whole ones that have passed, so that a longer distance never reads as a shorter one.
 */
final class RelativeDateFormatter {

    private RelativeDateFormatter() {}

    static String format(LocalDate date, LocalDate today, Words words) {
        long days = ChronoUnit.DAYS.between(date, today);
        if (days == 0) {
            return words.say("text.today");
        } else if (days == 1) {
            return words.say("text.yesterday");
        } else if (days == -1) {
            return words.say("text.tomorrow");
        }
        String unit = days > 0 ? "text.ago." : "text.in.";
        long far = Math.abs(days);
        long months = Math.abs(ChronoUnit.MONTHS.between(date, today));
        if (far < 14) {
            return words.say(unit + "days", far);
        } else if (months < 2) {
            return words.say(unit + "weeks", far / 7);
        } else if (months < 24) {
            return words.say(unit + "months", months);
        }
        return words.say(unit + "years", Math.abs(ChronoUnit.YEARS.between(date, today)));
    }

    static String format(Instant instant, Instant now, Words words) {
        LocalDate date = LocalDate.ofInstant(instant, words.zone());
        LocalDate today = LocalDate.ofInstant(now, words.zone());
        Duration passed = Duration.between(instant, now);
        if (!date.equals(today) || passed.isNegative()) {
            return format(date, today, words);
        } else if (passed.toMinutes() < 1) {
            return words.say("text.now");
        } else if (passed.toHours() < 1) {
            return words.say("text.ago.minutes", passed.toMinutes());
        }
        return words.say("text.ago.hours", passed.toHours());
    }
}
