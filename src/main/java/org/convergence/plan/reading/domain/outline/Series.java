package org.convergence.plan.reading.domain.outline;

import java.util.HashMap;
import java.util.Map;
import org.convergence.plan.reading.domain.outline.Mark.Kind;

/**
 * Remembers the numbers seen, so that "M. Tremblay" or a figure at the beginning of a line is not taken for a number.
 */
final class Series {

    private final Map<String, Integer> last = new HashMap<>();

    /** The mark as its series shows it: i after h is a letter, else a Roman number. */
    Mark settle(Mark mark) {
        if (!mark.is(Kind.NUMBER) || mark.code() == null || mark.code().length() != 1) {
            return mark;
        }
        int letter = Codes.letter(mark.code());
        String asLetter = mark.key().replace(":i", ":a");
        boolean follows = letter > 1 && last.getOrDefault(asLetter, 0) == letter - 1;
        boolean romanFollows = last.getOrDefault(mark.key(), 0) == mark.ordinal() - 1 && mark.ordinal() > 1;
        if (mark.key().contains(":i") && follows && !romanFollows) {
            return new Mark(mark.kind(), mark.written(), mark.code(), asLetter, mark.depth(), letter, mark.rank());
        }
        return mark;
    }

    /** Whether a mark is allowed here: always after a break, else only as the first or the next of its series. */
    boolean allows(Mark mark, boolean afterBreak, String rest) {
        if (!mark.is(Kind.NUMBER)) {
            return true;
        }
        boolean first = mark.ordinal() == 1;
        boolean next = last.getOrDefault(mark.key(), 0) == mark.ordinal() - 1 && mark.ordinal() > 1;
        boolean counted = mark.depth() > 1 || mark.key().contains(":1");
        if (counted && afterBreak) {
            return mark.depth() == 1 || !Words.startsSmall(rest) || first || next;
        }
        return (first || next) && !(counted && Words.startsSmall(rest) && !next);
    }

    void remember(Mark mark) {
        if (mark.is(Kind.NUMBER)) {
            last.put(mark.key(), mark.ordinal());
        }
    }
}
