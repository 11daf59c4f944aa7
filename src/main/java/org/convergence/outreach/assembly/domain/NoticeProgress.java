package org.convergence.outreach.assembly.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.convergence.platform.mail.LetterResource;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterSummary;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the notice of a meeting, from the letters to all people convened.
 *
 * @param withoutLetter how many were convened without a mail address, and have not been handed the notice yet
 * @param unwritten how many sit on the day of the meeting, or are members with a right to delegates, and got no notice
 */
public record NoticeProgress(LetterSummary letters, int withoutLetter, int unwritten) {

    /** No notice was written. */
    public static final NoticeProgress NONE = new NoticeProgress(new LetterSummary(Map.of(), null, null), 0, 0);

    /** Whether the notice was written to a person. */
    public boolean isIssued() {
        return people() > 0;
    }

    /**
     * When the last one left or was handed over, from which the notice period of the by-law counts; {@code null} as
     * long as a person who sits has none.
     */
    public @Nullable Instant leftOn() {
        return withoutLetter + unwritten > 0 ? null : letters.leftOn();
    }

    /** The number of people to whom the notice was written. */
    public int people() {
        return withoutLetter + letters.total();
    }

    /**
     * The progress of notices whose letters are in one state.
     *
     * @param state {@code null} if they have no letter
     */
    public static NoticeProgress of(
            @Nullable LetterState state, int count, @Nullable Instant firstLeft, @Nullable Instant lastLeft) {
        return state == null
                ? new NoticeProgress(NONE.letters, count, 0)
                : new NoticeProgress(new LetterSummary(Map.of(state, count), firstLeft, lastLeft), 0, 0);
    }

    /** The progress of a notice that was written to these people and to others. */
    public NoticeProgress plus(NoticeProgress other) {
        Map<LetterState, Integer> counts = new EnumMap<>(LetterState.class);
        counts.putAll(letters.counts());
        other.letters.counts().forEach((state, count) -> counts.merge(state, count, Integer::sum));
        return new NoticeProgress(
                new LetterSummary(
                        counts,
                        either(letters.firstLeft(), other.letters.firstLeft(), (a, b) -> a.isBefore(b) ? a : b),
                        either(letters.lastLeft(), other.letters.lastLeft(), (a, b) -> a.isAfter(b) ? a : b)),
                withoutLetter + other.withoutLetter,
                unwritten + other.unwritten);
    }

    private static @Nullable Instant either(
            @Nullable Instant one, @Nullable Instant other, BinaryOperator<Instant> choose) {
        return one == null ? other : other == null ? one : choose.apply(one, other);
    }

    /** How many are to get the notice and have none, nor a letter; {@code null} if no notice was written. */
    public @Nullable Integer withoutNotice() {
        return isIssued() ? withoutLetter + unwritten : null;
    }

    /**
     * For programs, the state of the letter that most needs attention, and the day on which the last one got the notice
     * once all have it; {@code null} if no letter was written.
     */
    public @Nullable LetterResource resource() {
        LetterResource written = LetterResource.of(letters);
        return written == null || leftOn() != null ? written : new LetterResource(written.state(), null);
    }
}
