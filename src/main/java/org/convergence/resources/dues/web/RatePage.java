package org.convergence.resources.dues.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.RateShape;

/**
 * The form of a rate.
 *
 * @param key message key of its title
 * @param category the label of its category
 * @param decisions that may be cited; empty where none is known
 */
public record RatePage(String key, String category, String action, Form form, List<Option> decisions) {

    private static final int SPARE = 3;

    /** A row of the table of brackets. */
    public record Line(int number, String from, String each) {}

    /** The shapes of a rate as options. */
    public static List<Option> shapes(Words t) {
        return Arrays.stream(RateShape.values())
                .map(shape -> Option.of(shape, t.say(shape.key())))
                .toList();
    }

    /** The rows of the table, with some empty ones. */
    public List<Line> lines() {
        int many = Math.min(RateForms.MOST, form.values(RateForms.FROM).size() + SPARE);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            lines.add(new Line(i + 1, RateForms.at(form, RateForms.FROM, i), RateForms.at(form, RateForms.EACH, i)));
        }
        return lines;
    }
}
