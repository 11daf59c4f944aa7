package org.convergence.platform.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a module has to say on the first page, and in its Monday mail: a bean of this type for each permission. It is
 * asked at each opening of the page and answers with a few queries at most, however much there is.
 */
public interface HomeCard {

    /** Place among those who say something in the same part, in tens. */
    int order();

    /** Without which it is not asked. */
    String permission();

    /** What there is to say today to whoever acts, at most one card for each part; empty where there is nothing. */
    List<Card> show(Words t);

    /** How many lines one module puts into a part at most. */
    int MOST = 20;

    /** The parts of the page, in their order. */
    enum Part {
        /** Right below the day: a sentence about her week, or what is wrong with the house. */
        FIRST,
        /** « À faire cette semaine »: one list of all modules, what is late before what is due first. */
        WEEK,
        /** « Est-ce arrivé? »: one list of all modules, the earliest day first. */
        HAPPENED,
        /** « Personne ne s’en occupe »: one list of all modules, what is due first. */
        NOBODY,
        /** « En attente d’autres »: one list of all modules, the longest wait first. */
        WAITING,
        /** What happened, and asks for nothing: each card by itself. */
        NEWS,
        /** Where everything stands, in a line or two. */
        FOOT;

        /** Whether the lines of all modules are one list under a heading of the page's own. */
        public boolean isOneList() {
            return this == WEEK || this == HAPPENED || this == NOBODY || this == WAITING;
        }
    }

    /**
     * What stands in a part.
     *
     * @param title {@code null} where the part is one list, or has no headings
     * @param bar the parts of a bar, said in words by the sentence; empty for none
     * @param sentence in which what counts stands between two {@code **}; {@code null} for none
     * @param more where the rest is, {@code null} for nowhere
     */
    record Card(
            Part part,
            @Nullable String title,
            List<Row> rows,
            List<Segment> bar,
            @Nullable String sentence,
            @Nullable Act more) {

        /** Lines of a part that is one list. */
        public static Card of(Part part, List<Row> rows) {
            return new Card(part, null, rows, List.of(), null, null);
        }

        /** Lines under a heading of their own. */
        public static Card of(Part part, String title, List<Row> rows, @Nullable Act more) {
            return new Card(part, title, rows, List.of(), null, more);
        }

        /** A sentence. */
        public static Card saying(Part part, String sentence, @Nullable Act more) {
            return new Card(part, null, List.of(), List.of(), sentence, more);
        }
    }

    /**
     * One line.
     *
     * @param key what it is about, the same as long as it is the same thing, by which it is put off; {@code null} where
     *     it cannot be
     * @param day on which it is due or was, by which lists are ordered; {@code null} where it has none
     * @param when the same in words: « Jeudi », « En retard de 3 jours »
     * @param late whether {@code when} is drawn as late
     * @param what names nobody, since it goes by mail too
     * @param detail a second, smaller line, for the page alone; {@code null} for none
     * @param acts what can be done now, the main gesture first
     * @param awaited the person of the directory on whom it waits, who may be reminded; {@code null} for nobody
     */
    record Row(
            @Nullable String key,
            @Nullable LocalDate day,
            String when,
            boolean late,
            String what,
            String url,
            @Nullable String detail,
            List<Act> acts,
            @Nullable UUID awaited) {

        /** A line that waits on nobody in particular. */
        public Row(
                @Nullable String key,
                @Nullable LocalDate day,
                String when,
                boolean late,
                String what,
                String url,
                @Nullable String detail,
                List<Act> acts) {
            this(key, day, when, late, what, url, detail, acts, null);
        }

        /** The same with one gesture. */
        public Row with(Act act) {
            return new Row(key, day, when, late, what, url, detail, List.of(act), awaited);
        }

        /** The same, waiting on somebody. */
        public Row waitingOn(@Nullable UUID person) {
            return new Row(key, day, when, late, what, url, detail, acts, person);
        }
    }

    /**
     * A gesture beside a line, or below a card.
     *
     * @param post whether it acts at once (a form), or opens a page (a link)
     */
    record Act(String label, String url, boolean post) {

        /** Opens a page. */
        public static Act link(String label, String url) {
            return new Act(label, url, false);
        }

        /** Acts at once. */
        public static Act button(String label, String url) {
            return new Act(label, url, true);
        }
    }
}
