package org.convergence.platform.shell;

import java.util.List;
import java.util.Optional;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A part of the staff's first page, contributed by the module whose news it is: a bean of this type. Parts are asked at
 * each opening of the page and answer with a few queries at most.
 */
public interface HomeCard {

    /** Place on the page, in tens; from {@value #FOOT} on at its foot. */
    int order();

    /** Without which it is not asked. */
    String permission();

    /** What there is to say today; empty where there is nothing. */
    Optional<Card> show(Words t);

    /** The order from which a card tells news, and asks for nothing. */
    int NEWS = 80;

    /** The order from which a card stands at the foot of the page. */
    int FOOT = 900;

    /**
     * A heading with lines below it, and a sentence after them.
     *
     * @param title {@code null} at the foot
     * @param bar the parts of a bar, said in words by the sentence; empty for none
     * @param sentence {@code null} for none
     * @param url where more of it is, {@code null} for nowhere
     */
    record Card(
            @Nullable String title,
            List<Row> rows,
            List<Segment> bar,
            @Nullable String sentence,
            @Nullable String url) {

        public static Card of(String title, List<Row> rows) {
            return new Card(title, rows, List.of(), null, null);
        }
    }

    /**
     * One line.
     *
     * @param when in words: « Jeudi », « En retard de 3 jours »
     * @param late whether {@code when} is drawn as late
     * @param detail a second, smaller line; {@code null} for none
     * @param acts what can be done now, at most three
     */
    record Row(
            String when,
            boolean late,
            String what,
            String url,
            @Nullable String detail,
            List<Act> acts) {}

    /**
     * A gesture beside a line.
     *
     * @param post whether it acts at once (a form), or opens a page (a link)
     */
    record Act(String label, String url, boolean post) {}
}
