package org.convergence.safety.incident.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentNoticeKind;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentSeverity;
import org.convergence.safety.risk.ThreatKind;
import org.jspecify.annotations.Nullable;

/** Deadlines, notices and figures of incidents. */
public final class IncidentPolicy {

    /** Figures smaller than this could point at a person: they are joined with others, or not shown. */
    public static final int LEAST_SHOWN = 5;

    /** Days after which an incident is reviewed. */
    static final int REVIEW_DAYS = 30;

    private static final Duration SERIOUS = Duration.ofDays(1);
    private static final Duration OTHERS = Duration.ofDays(2);
    private static final int BOARD_DAYS = 7;

    private IncidentPolicy() {}

    /** When it is to be written: within a day of being told if it is serious, otherwise within two (R-SAFE-1). */
    static Instant writtenDue(IncidentSeverity severity, Instant told) {
        return told.plus(severity.isSerious() ? SERIOUS : OTHERS);
    }

    /** The notices proposed for an incident, each with the days that it may take; none for a near miss. */
    static Map<IncidentNoticeKind, Integer> propose(SafetyIncidentFacts facts) {
        Map<IncidentNoticeKind, Integer> notices = new EnumMap<>(IncidentNoticeKind.class);
        IncidentSeverity severity = facts.severity();
        if (severity == null || !severity.isSerious() || facts.nearMiss()) {
            return notices;
        }
        notices.put(IncidentNoticeKind.INSURER, 1);
        notices.put(IncidentNoticeKind.BOARD, BOARD_DAYS);
        switch (facts.kind()) {
            case ROAD, HEALTH -> notices.put(IncidentNoticeKind.WORK_SAFETY, 1);
            case ARREST, KIDNAPPING -> notices.put(IncidentNoticeKind.EMBASSY, 0);
            default -> {
                // The others concern nobody else by themselves.
            }
        }
        return notices;
    }

    /**
     * Figures of a year by kind of threat, of which none is small.
     *
     * @param total {@code null} if it is small itself: then nothing else is told
     * @param byKind the largest first; {@code null} as a kind joins all others, among them sexual violence
     */
    public record KindFigures(@Nullable Integer total, List<KindFigure> byKind) {}

    /** A figure of one kind of threat, or of all the others together. */
    public record KindFigure(@Nullable ThreatKind kind, int count) {}

    /**
     * Joins small figures until none is small, so that no subtraction from the total gives one. Sexual violence is
     * always joined with others, under their name.
     */
    public static KindFigures publish(Map<ThreatKind, Integer> counts) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (total == 0) {
            return new KindFigures(0, List.of());
        }
        if (total < LEAST_SHOWN) {
            return new KindFigures(null, List.of());
        }
        List<KindFigure> shown = new ArrayList<>();
        int joined = 0;
        for (Map.Entry<ThreatKind, Integer> each : counts.entrySet()) {
            if (each.getKey() == ThreatKind.SEXUAL_VIOLENCE || each.getValue() < LEAST_SHOWN) {
                joined += each.getValue();
            } else {
                shown.add(new KindFigure(each.getKey(), each.getValue()));
            }
        }
        shown.sort(Comparator.comparing((KindFigure each) -> -each.count())
                .thenComparing(each -> Objects.requireNonNull(each.kind())));
        while (joined > 0 && joined < LEAST_SHOWN) {
            joined += shown.remove(shown.size() - 1).count();
        }
        if (joined > 0) {
            shown.add(new KindFigure(null, joined));
        }
        return new KindFigures(total, shown);
    }

    /** The near misses of a year; {@code null} if they, or the others, are few. */
    public static @Nullable Integer publishNearMisses(int nearMisses, int total) {
        int others = total - nearMisses;
        boolean isSmall = (total > 0 && total < LEAST_SHOWN)
                || (nearMisses > 0 && nearMisses < LEAST_SHOWN)
                || (others > 0 && others < LEAST_SHOWN);
        return isSmall ? null : nearMisses;
    }
}
