package org.convergence.plan.reading.domain;

import java.util.List;
import org.convergence.plan.reading.domain.text.FilePosition;
import org.jspecify.annotations.Nullable;

/**
 * The text of one line of a plan, as in the file.
 *
 * @param marker its marker: "OBJECTIF 1 :", "1.1", a bullet; empty where only its look marks it
 * @param code its number or letter without punctuation, or null where none is written
 * @param title its title, or empty
 * @param text its text, paragraphs separated by an empty line, or empty
 * @param labels captions inside it that only announce what follows, such as "Moyens et actions"
 * @param at where it begins in the file
 */
public record ReadWording(
        String marker, @Nullable String code, String title, String text, List<String> labels, FilePosition at) {

    public ReadWording {
        labels = List.copyOf(labels);
    }
}
