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
    public record BracketLine(int number, String from, String each) {}

    /** The shapes of a rate as options. */
    public static List<Option> shapes(Words t) {
        return Arrays.stream(RateShape.values())
                .map(shape -> Option.of(shape, t.say(shape.key())))
                .toList();
    }

    /** The rows of the table, with some empty ones. */
    public List<BracketLine> lines() {
        int many = Math.min(RateForm.MOST, form.values(RateForm.FROM).size() + SPARE);
        List<BracketLine> lines = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            lines.add(new BracketLine(
                    i + 1, RateForm.valueAt(form, RateForm.FROM, i), RateForm.valueAt(form, RateForm.EACH, i)));
        }
        return lines;
    }
}
