package org.convergence.advocacy.dialogue.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/** The hours that a lobby register counts: a sum over some consecutive days, whatever the week (R-ADV-3). */
public final class LobbyPolicy {

    private LobbyPolicy() {}

    /**
     * What a register asks from a day on.
     *
     * @param windowDays the number of consecutive days that count together
     * @param amberHours from where the team is warned; {@code null} for a register that goes by regularity (R-ADV-4)
     * @param redHours the threshold; {@code null} likewise
     * @param daysToDisclose days after the first act; {@code null} if the source gives none
     */
    public record LobbyRule(
            LobbyRegister register,
            LocalDate fromOn,
            int windowDays,
            @Nullable BigDecimal amberHours,
            @Nullable BigDecimal redHours,
            @Nullable Integer daysToDisclose,
            String source,
            LocalDate checkedOn) {}

    /** The counted hours of one day. */
    public record CountedHours(LocalDate day, BigDecimal hours) {}

    /** The hours of some consecutive days, both included. */
    public record RollingSum(BigDecimal hours, LocalDate from, LocalDate to) {}

    /** The hours of the days that end with this one. */
    public static RollingSum sumUpTo(LocalDate day, List<CountedHours> all, int windowDays) {
        LocalDate from = day.minusDays(windowDays - 1L);
        return new RollingSum(
                all.stream()
                        .filter(each ->
                                !each.day().isBefore(from) && !each.day().isAfter(day))
                        .map(CountedHours::hours)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                from,
                day);
    }

    /**
     * The most hours in any such days whose last day lies in a period. Only days with hours can end them, besides the
     * last day of the period.
     */
    public static RollingSum highest(LocalDate from, LocalDate to, List<CountedHours> all, int windowDays) {
        RollingSum highest = sumUpTo(to, all, windowDays);
        for (CountedHours each : all) {
            if (!each.day().isBefore(from) && !each.day().isAfter(to)) {
                RollingSum sum = sumUpTo(each.day(), all, windowDays);
                if (sum.hours().compareTo(highest.hours()) > 0) {
                    highest = sum;
                }
            }
        }
        return highest;
    }

    /** The level of a sum under a rule. */
    public static LobbyLevel level(BigDecimal hours, LobbyRule rule) {
        if (rule.redHours() == null || rule.amberHours() == null) {
            return LobbyLevel.BY_REGULARITY;
        }
        if (hours.compareTo(rule.redHours()) >= 0) {
            return LobbyLevel.RED;
        }
        return hours.compareTo(rule.amberHours()) >= 0 ? LobbyLevel.AMBER : LobbyLevel.CLEAR;
    }

    /** The lobby register that acts towards an office may concern. */
    public enum LobbyRegister {
        FEDERAL,
        /** Municipal offices of Québec too. */
        QUEBEC,
        NONE;

        /** The message key of its name. */
        public String key() {
            return "dialogue.register." + name();
        }
    }

    /** How near the hours of a register are to its threshold (R-ADV-3). */
    public enum LobbyLevel {
        CLEAR(Tone.OK),
        AMBER(Tone.WARN),
        RED(Tone.BAD),
        /** The register goes by regularity, not by hours (R-ADV-4). */
        BY_REGULARITY(Tone.ACTIVE);

        private final Tone tone;

        LobbyLevel(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "dialogue.lobby.level." + name();
        }
    }

    /** What counsel decided about a register. */
    public enum CounselOutcome {
        NOT_REQUIRED,
        TO_REGISTER,
        REGISTERED;

        /** The message key of its name. */
        public String key() {
            return "dialogue.lobby.opinion." + name();
        }
    }
}
