package org.convergence.platform.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The letters of one operation together.
 *
 * @param counts by state, without zeros, in the order of {@link LetterState}
 * @param firstLeft when the first left; {@code null} if none did
 * @param lastLeft when the last left; {@code null} if none did
 */
public record LetterSummary(
        Map<LetterState, Integer> counts,
        @Nullable Instant firstLeft,
        @Nullable Instant lastLeft) {

    /** States by need of attention: the first present is that of the whole. */
    private static final List<LetterState> PRECEDENCE = List.of(
            LetterState.WAITING,
            LetterState.PERHAPS_SENT,
            LetterState.REFUSED,
            LetterState.WITHHELD,
            LetterState.SENT,
            LetterState.DELIVERED_OTHERWISE);

    /** Counts statuses. */
    public static LetterSummary of(Collection<LetterStatus> statuses) {
        Map<LetterState, Integer> counts = new EnumMap<>(LetterState.class);
        statuses.forEach(each -> counts.merge(each.state(), 1, Integer::sum));
        List<Instant> left = statuses.stream()
                .map(LetterStatus::leftOn)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new LetterSummary(
                counts, left.isEmpty() ? null : left.get(0), left.isEmpty() ? null : left.get(left.size() - 1));
    }

    /** The number of letters in a state. */
    public int count(LetterState state) {
        return counts.getOrDefault(state, 0);
    }

    /** The number of letters. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether there are letters and all of them left. */
    public boolean allLeft() {
        return !counts.isEmpty() && counts.keySet().stream().allMatch(LetterState::hasLeft);
    }

    /** The state of the whole: that of the letter that most needs attention; {@code null} without letters. */
    public @Nullable LetterState state() {
        return PRECEDENCE.stream().filter(counts::containsKey).findFirst().orElse(null);
    }

    /** When the whole left: the last letter's instant, {@code null} until all have left. */
    public @Nullable Instant leftOn() {
        return allLeft() ? lastLeft : null;
    }
}
