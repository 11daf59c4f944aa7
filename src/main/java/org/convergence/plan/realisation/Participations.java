package org.convergence.plan.realisation;

import java.util.stream.Stream;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Number of participations by gender. A person who comes to two activities counts as two participations, so they are
 * never called people. Unknown gender is counted as <i>not stated</i>; the total is always the sum of the four.
 *
 * @param youth number of young participants, {@code null} if unknown
 */
public record Participations(
        int women,
        int men,
        int other,
        int notStated,
        @Nullable Integer youth) {

    /** Maximum count of one realisation. */
    public static final int MOST = 1_000_000;

    public Participations {
        if (women < 0 || men < 0 || other < 0 || notStated < 0 || (youth != null && youth < 0)) {
            throw new IllegalArgumentException("a negative number of participants");
        }
        if ((long) women + men + other + notStated > MOST) {
            throw new Refused("realisation.participations.too-many", MOST);
        }
        if (youth != null && youth > women + men + other + notStated) {
            throw new Refused("realisation.participations.youth", youth, women + men + other + notStated);
        }
    }

    /** A count without a distribution. */
    public static Participations of(int count) {
        return new Participations(0, 0, 0, count, null);
    }

    /**
     * Combines the numbers given. A count without a distribution, or the remainder of a distribution, is not stated;
     * youth alone count as not stated otherwise.
     *
     * @param count the total
     * @return {@code null} if no number was given
     * @throws Refused if the distribution exceeds the count, or the number not stated contradicts both
     */
    public static @Nullable Participations of(@Nullable Integer count, ParticipationInput given) {
        if (count == null && given.isEmpty()) {
            return null;
        }
        long said = (long) zero(given.women()) + zero(given.men()) + zero(given.other());
        if (count == null) {
            int rest = given.notStated() != null ? given.notStated() : said == 0 ? zero(given.youth()) : 0;
            return new Participations(zero(given.women()), zero(given.men()), zero(given.other()), rest, given.youth());
        }
        if (said + zero(given.notStated()) > count) {
            throw new Refused("realisation.participations.more", said + zero(given.notStated()), count);
        }
        int rest = (int) (count - said);
        if (given.notStated() != null && given.notStated() != rest) {
            throw new Refused("realisation.participations.less", said + given.notStated(), count);
        }
        return new Participations(zero(given.women()), zero(given.men()), zero(given.other()), rest, given.youth());
    }

    public int total() {
        return women + men + other + notStated;
    }

    /** Whether any gender or age is known. */
    public boolean isDistributed() {
        return women + men + other > 0;
    }

    private static int zero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /** The numbers as entered; {@code null} for each missing one. */
    public record ParticipationInput(
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer other,
            @Nullable Integer notStated,
            @Nullable Integer youth) {

        /** No distribution. */
        public static final ParticipationInput NOTHING = new ParticipationInput(null, null, null, null, null);

        boolean isEmpty() {
            return Stream.of(women, men, other, notStated, youth).allMatch(number -> number == null);
        }
    }
}
