package org.convergence.plan.reading.domain.outline;

import java.util.HashMap;
import java.util.Map;
import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;

/**
 * Remembers the numbers seen, so that "M. Tremblay" or a figure at the beginning of a line is not taken for a number.
 */
final class NumberSeries {

    private final Map<String, Integer> last = new HashMap<>();

    /** The mark as its series shows it: i after h is a letter, else a Roman number. */
    LineMark resolve(LineMark mark) {
        if (!mark.hasKind(LineMarkKind.NUMBER)
                || mark.code() == null
                || mark.code().length() != 1) {
            return mark;
        }
        int letter = CodeReader.letter(mark.code());
        String asLetter = mark.key().replace(":i", ":a");
        boolean follows = letter > 1 && last.getOrDefault(asLetter, 0) == letter - 1;
        boolean romanFollows = last.getOrDefault(mark.key(), 0) == mark.ordinal() - 1 && mark.ordinal() > 1;
        if (mark.key().contains(":i") && follows && !romanFollows) {
            return new LineMark(mark.kind(), mark.written(), mark.code(), asLetter, mark.depth(), letter, mark.rank());
        }
        return mark;
    }

    /** Whether a mark is allowed here: always after a break, else only as the first or the next of its series. */
    boolean allows(LineMark mark, boolean afterBreak, String rest) {
        if (!mark.hasKind(LineMarkKind.NUMBER)) {
            return true;
        }
        boolean first = mark.ordinal() == 1;
        boolean next = last.getOrDefault(mark.key(), 0) == mark.ordinal() - 1 && mark.ordinal() > 1;
        boolean counted = mark.depth() > 1 || mark.key().contains(":1");
        if (counted && afterBreak) {
            return mark.depth() == 1 || !TextAnalysis.startsInLowerCase(rest) || first || next;
        }
        return (first || next) && !(counted && TextAnalysis.startsInLowerCase(rest) && !next);
    }

    void remember(LineMark mark) {
        if (mark.hasKind(LineMarkKind.NUMBER)) {
            last.put(mark.key(), mark.ordinal());
        }
    }
}
