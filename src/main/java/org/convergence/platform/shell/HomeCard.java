package org.convergence.platform.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Permitted;
import org.convergence.platform.access.Ranked;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A module's content for the home page and the Monday mail: a bean of this type for each permission. Called at each
 * opening of the page; it may use a few queries at most, whatever the amount of data.
 */
public interface HomeCard extends Permitted, Ranked {

    /** The current actor's cards today, at most one for each part; empty if there is nothing to show. */
    List<Card> show(Words t);

    /** The most lines of one module in a part. */
    int MOST = 20;

    /** The parts of the page, in order. */
    enum CardPart {
        /** Right below the date: a sentence about the actor's week, or a problem of the system. */
        FIRST,
        /** « À faire cette semaine »: one list of all modules, late lines before the earliest due ones. */
        WEEK,
        /** « Est-ce arrivé? »: one list of all modules, the earliest day first. */
        HAPPENED,
        /** « Personne ne s’en occupe »: one list of all modules, the earliest due line first. */
        NOBODY,
        /** « En attente d’autres »: one list of all modules, the longest wait first. */
        WAITING,
        /** News that needs no action: each card by itself. */
        NEWS,
        /** The overall progress, in a line or two. */
        FOOT;

        /** Whether the lines of all modules form one list under a heading of the page. */
        public boolean isOneList() {
            return this == WEEK || this == HAPPENED || this == NOBODY || this == WAITING;
        }
    }

    /**
     * The content of a part.
     *
     * @param title {@code null} if the part is one list, or has no headings
     * @param bar the segments of a bar, explained by the sentence; empty for none
     * @param sentence in which the key figure is between two {@code **}; {@code null} for none
     * @param more link to the rest, {@code null} for none
     */
    record Card(
            CardPart part,
            @Nullable String title,
            List<CardRow> rows,
            List<BarSegment> bar,
            @Nullable String sentence,
            @Nullable CardAction more) {

        /** Lines of a part that is one list. */
        public static Card of(CardPart part, List<CardRow> rows) {
            return new Card(part, null, rows, List.of(), null, null);
        }

        /** Lines under a heading of their own. */
        public static Card of(CardPart part, String title, List<CardRow> rows, @Nullable CardAction more) {
            return new Card(part, title, rows, List.of(), null, more);
        }

        /** A sentence. */
        public static Card ofSentence(CardPart part, String sentence, @Nullable CardAction more) {
            return new Card(part, null, List.of(), List.of(), sentence, more);
        }
    }

    /**
     * A row of the card.
     *
     * @param key stable identifier, by which the line can be postponed; {@code null} if it cannot
     * @param day its due or past day, by which lists are sorted; {@code null} for none
     * @param when the formatted day: « Jeudi », « En retard de 3 jours »
     * @param late whether {@code when} is drawn as late
     * @param what contains no person's name, since it is also sent by mail
     * @param detail a second, smaller line, on the page only; {@code null} for none
     * @param acts the available actions, the main one first
     * @param awaited the person of the directory who must act first and may be reminded; {@code null} for none
     */
    record CardRow(
            @Nullable String key,
            @Nullable LocalDate day,
            String when,
            boolean late,
            String what,
            String url,
            @Nullable String detail,
            List<CardAction> acts,
            @Nullable UUID awaited) {

        /** A line that waits for no person. */
        public CardRow(
                @Nullable String key,
                @Nullable LocalDate day,
                String when,
                boolean late,
                String what,
                String url,
                @Nullable String detail,
                List<CardAction> acts) {
            this(key, day, when, late, what, url, detail, acts, null);
        }

        /** The same line with one action. */
        public CardRow with(CardAction act) {
            return new CardRow(key, day, when, late, what, url, detail, List.of(act), awaited);
        }

        /** The same line with a second, smaller one. */
        public CardRow detailed(String more) {
            return new CardRow(key, day, when, late, what, url, more, acts, awaited);
        }

        /**
         * The same line, in red whatever its day; without a key, nobody can put it off.
         *
         * @param since since when it lasts, as written
         */
        public CardRow asAlarm(String since) {
            return new CardRow(null, day, since, true, what, url, detail, acts, awaited);
        }

        /**
         * The same line, never late, since nobody set its day.
         *
         * @param words what its day is, as written
         */
        public CardRow notLate(String words) {
            return new CardRow(key, day, words, false, what, url, detail, acts, awaited);
        }

        /** The same line, waiting for a person. */
        public CardRow waitingOn(@Nullable UUID person) {
            return new CardRow(key, day, when, late, what, url, detail, acts, person);
        }
    }

    /**
     * An action beside a line, or below a card.
     *
     * @param post whether it acts at once (a form), or opens a page (a link)
     */
    record CardAction(String label, String url, boolean post) {

        /** A link to a page. */
        public static CardAction link(String label, String url) {
            return new CardAction(label, url, false);
        }

        /** A button that acts at once. */
        public static CardAction button(String label, String url) {
            return new CardAction(label, url, true);
        }
    }
}
