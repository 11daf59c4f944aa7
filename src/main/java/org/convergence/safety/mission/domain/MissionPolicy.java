package org.convergence.safety.mission.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.mission.MissionRisk;
import org.jspecify.annotations.Nullable;

/** The rules of missions: who must approve, when check-ins are due, and when a missing one escalates. */
public final class MissionPolicy {

    /** The most legs of a mission. */
    public static final int MOST_LEGS = 12;

    /** The most travellers of a mission. */
    public static final int MOST_TRAVELLERS = 30;

    /** The most words of a duress phrase: its field holds no more. */
    private static final int MOST_WORDS = 30;

    private static final Pattern PHONE = Pattern.compile("\\+?\\d(?:[ \u00a0.()-]{0,2}\\d){2,}");

    /** How long before it is due a sign of life already answers a check-in. */
    static final Duration EARLY = Duration.ofHours(1);

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private MissionPolicy() {}

    /** The approval that a mission needs (R-SEC-2). */
    public enum ApprovalNeed {
        /** A named person decides. */
        PERSON,
        /** A named person or a body decides, and there is a plan: check-ins and a finished checklist. */
        PERSON_WITH_PLAN,
        /** A resolution of the board, and a plan. An unknown level is never taken for a safe one. */
        RESOLUTION;

        /** Key of its sentence in the messages. */
        public String key() {
            return "mission.need." + name();
        }
    }

    /** The approval needed at a level, for a mission of a risk: a high one needs a plan at any level. */
    public static ApprovalNeed need(AdvisoryLevel worst, MissionRisk risk) {
        return switch (worst) {
            case NORMAL, CAUTION -> risk == MissionRisk.HIGH ? ApprovalNeed.PERSON_WITH_PLAN : ApprovalNeed.PERSON;
            case AVOID_NON_ESSENTIAL -> ApprovalNeed.PERSON_WITH_PLAN;
            case AVOID_ALL, UNKNOWN -> ApprovalNeed.RESOLUTION;
        };
    }

    /** Whether an approval no longer covers the present level: it rose, or became unknown. */
    public static boolean isOutdated(@Nullable AdvisoryLevel approved, AdvisoryLevel worst) {
        return approved != null && worst.compareTo(approved) > 0;
    }

    /** A reason why legs cannot follow each other, as the key of a message; empty if they can. */
    static Optional<String> problem(List<MissionLeg> legs) {
        LocalDate before = null;
        for (MissionLeg leg : legs) {
            if (leg.leavesOn().isBefore(leg.arrivesOn())) {
                return Optional.of("mission.refused.leg");
            }
            // Over the date line one arrives on the day before one left.
            if (before != null && leg.arrivesOn().isBefore(before.minusDays(1))) {
                return Optional.of("mission.refused.order");
            }
            before = leg.leavesOn();
        }
        return legs.isEmpty() ? Optional.of("mission.refused.no-leg") : Optional.empty();
    }

    /** A check-in to make, in the zone of the place. */
    public record PlannedCheckIn(Instant due, Duration grace, ZoneId zone) {}

    /** The check-ins of a mission by its risk, in order (R-SEC-7); an hour that the clock skips is the next one. */
    public static List<PlannedCheckIn> plan(List<MissionLeg> legs, MissionRisk risk) {
        List<PlannedCheckIn> planned = new ArrayList<>();
        for (MissionLeg leg : legs) {
            switch (risk) {
                case LOW -> {
                    planned.add(at(leg, leg.arrivesOn(), EVENING, 180));
                    planned.add(at(leg, leg.leavesOn(), NOON, 180));
                }
                case MODERATE -> days(leg).forEach(day -> planned.add(at(leg, day, EVENING, 60)));
                case HIGH -> {
                    planned.add(at(leg, leg.arrivesOn(), NOON, 60));
                    days(leg).forEach(day -> {
                        planned.add(at(leg, day, MORNING, 30));
                        planned.add(at(leg, day, EVENING, 30));
                    });
                }
            }
        }
        return planned.stream()
                .sorted((one, other) -> one.due().compareTo(other.due()))
                .distinct()
                .toList();
    }

    private static List<LocalDate> days(MissionLeg leg) {
        return leg.arrivesOn().datesUntil(leg.leavesOn().plusDays(1)).toList();
    }

    private static PlannedCheckIn at(MissionLeg leg, LocalDate day, LocalTime time, int grace) {
        return new PlannedCheckIn(
                day.atTime(time).atZone(leg.zone()).toInstant(), Duration.ofMinutes(grace), leg.zone());
    }

    /** A step because of a missing check-in, the first first (R-SEC-7). */
    public enum EscalationStep {
        /** The traveller is reminded, when the grace ends. */
        TRAVELLER(0),
        /** The security lead calls the traveller. */
        CALL_TRAVELLER(30),
        /** The security lead calls partner and hotel. */
        CALL_HOSTS(60),
        /** The president is alerted too. */
        PRESIDENT(120),
        /** Embassy, insurer, crisis cell. */
        CRISIS(240);

        private final Duration after;

        EscalationStep(int minutes) {
            after = Duration.ofMinutes(minutes);
        }

        /** The time between the end of the grace and this step. */
        public Duration after() {
            return after;
        }

        /** Key of its sentence in the messages. */
        public String key() {
            return "public.mission.step." + name();
        }
    }

    /** The steps whose minute has come for a check-in that nobody answered. */
    public static List<EscalationStep> due(Instant due, Duration grace, Instant now) {
        return Arrays.stream(EscalationStep.values())
                .filter(step -> !due.plus(grace).plus(step.after()).isAfter(now))
                .toList();
    }

    /** The telephone number in a line of the call list, ready to dial; {@code null} if it holds none. */
    public static @Nullable String phoneNumber(String line) {
        return PHONE.matcher(line)
                .results()
                .map(found -> found.group().replaceAll("[^0-9+]", ""))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    /** The words of a text and all their sequences, folded: a duress word may be hidden in a sentence. */
    static Set<String> phrases(String text) {
        List<String> words = List.of(TextNormalizer.fold(text).split(" "));
        Set<String> phrases = new LinkedHashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
                phrases.add(String.join(" ", words.subList(from, to)));
            }
        }
        return phrases;
    }

    /** Whether a sign of life given now answers a check-in. */
    static boolean answers(Instant due, Instant now) {
        return !due.minus(EARLY).isAfter(now);
    }
}
