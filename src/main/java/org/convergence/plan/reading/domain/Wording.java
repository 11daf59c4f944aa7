package org.convergence.plan.reading.domain;

import java.util.List;
import org.convergence.plan.reading.domain.text.Position;
import org.jspecify.annotations.Nullable;

/**
 * The words of one line of a plan, as the file has them.
 *
 * @param marker what announces it: "OBJECTIF 1 :", "1.1", a bullet; empty where only its look does
 * @param code its number or letter without punctuation, or null where none is written
 * @param title its title, or empty
 * @param text what is said of it, paragraphs apart by an empty line, or empty
 * @param labels captions inside it that only say what follows, such as "Moyens et actions"
 * @param at where it begins in the file
 */
public record Wording(
        String marker, @Nullable String code, String title, String text, List<String> labels, Position at) {

    public Wording {
        labels = List.copyOf(labels);
    }
}
