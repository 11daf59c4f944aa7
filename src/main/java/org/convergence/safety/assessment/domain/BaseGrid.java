package org.convergence.safety.assessment.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.convergence.platform.text.Words;
import org.convergence.safety.assessment.domain.GridParser.GridQuestion;

/** The base grid, along the headings of guides for small organisations (R-SEC-11). */
public final class BaseGrid {

    static final int HEADINGS = 10;

    private BaseGrid() {}

    /** Its questions in the language of the words. */
    public static List<GridQuestion> questions(Words t) {
        return IntStream.rangeClosed(1, HEADINGS)
                .mapToObj(number ->
                        Arrays.asList(t.say("assessment.base." + number).split(" \\| ")))
                .flatMap(parts -> parts.stream().skip(1).map(question -> new GridQuestion(parts.get(0), question)))
                .toList();
    }
}
