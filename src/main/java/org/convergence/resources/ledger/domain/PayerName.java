package org.convergence.resources.ledger.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.convergence.platform.text.Fold;
import org.convergence.platform.text.Likeness;

/** A payer's name as it may stand in the text of a bank, shortened, without accents, among other words. */
final class PayerName {

    private static final double LIKE = 0.5;
    private static final Set<String> SMALL = Set.of(
            "de", "du", "des", "la", "le", "les", "l", "d", "et", "of", "the", "and", "for", "pour", "en", "a", "au",
            "aux");

    private final List<String> words;
    private final Likeness likeness;

    private PayerName(List<String> words, Likeness likeness) {
        this.words = words;
        this.likeness = likeness;
    }

    /** How much of it stands there. */
    enum Here {
        /** All words that matter. */
        WHOLE,
        /** Something like it. */
        LIKE,
        NOT
    }

    static PayerName of(String name) {
        List<String> words = Arrays.stream(Fold.of(name).split(" "))
                .filter(it -> !it.isEmpty() && !SMALL.contains(it))
                .distinct()
                .toList();
        return new PayerName(words, Likeness.of(String.join(" ", words)));
    }

    /** @param text folded */
    Here in(String text) {
        String padded = " " + text + " ";
        long there =
                words.stream().filter(it -> padded.contains(" " + it + " ")).count();
        int letters = words.stream().mapToInt(String::length).sum();
        if (there == words.size() && letters >= 5) {
            return Here.WHOLE;
        }
        // Banks cut names off: a name of which half the words are there is compared letter by letter.
        return there > 0
                        && there * 2 >= words.size()
                        && letters >= 5
                        && (words.size() > 2 || likeness.to(Likeness.of(text)) >= LIKE)
                ? Here.LIKE
                : Here.NOT;
    }
}
