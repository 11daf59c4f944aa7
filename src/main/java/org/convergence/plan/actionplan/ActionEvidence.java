package org.convergence.plan.actionplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done for an action, as far as its progress needs it. A realisation counts once per action that it serves; an
 * action includes the realisations of its sub-actions, each once.
 *
 * @param done realisations done
 * @param lastDone last day of the latest one done, {@code null} if there is none
 * @param nextPlanned first day of the next planned one, {@code null} if there is none
 * @param participations of all those done
 * @param organisations that took part in those done, each once; counted only if the action's target measures them
 * @param hours of staff and volunteers in those done
 * @param copies handed out in those done
 * @param countedByKind the count of those done by stable name of their kind: one realisation may count for several
 */
public record ActionEvidence(
        int done,
        @Nullable LocalDate lastDone,
        @Nullable LocalDate nextPlanned,
        long participations,
        int organisations,
        BigDecimal hours,
        long copies,
        Map<String, Integer> countedByKind) {

    /** Nothing done, nothing planned. */
    public static final ActionEvidence NONE = new ActionEvidence(0, null, null, 0, 0, BigDecimal.ZERO, 0, Map.of());

    public ActionEvidence {
        countedByKind = Map.copyOf(countedByKind);
    }

    /** The number counted by realisations of the given kinds; of any kind if none is given. */
    public int counted(Collection<String> kinds) {
        return countedByKind.entrySet().stream()
                .filter(each -> kinds.isEmpty() || kinds.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
