package org.convergence.plan.preparation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The review of a plan at the middle of its year.
 *
 * @param lead what the page proposes, in words
 * @param hours the hours left, in words; {@code null} where none are known
 * @param setAside the actions set aside, with their reasons
 * @param boardText the word to the board; {@code null} while nothing is set aside
 * @param writesNote whether the reader may begin the note to the board
 */
public record MidYearPage(
        String plan,
        String planUrl,
        String url,
        String lead,
        @Nullable String hours,
        SetAsideRows lines,
        List<SetAsideWord> setAside,
        @Nullable String boardText,
        boolean writesNote) {

    /**
     * An action set aside.
     *
     * @param reason its state and reason, in words
     * @param text the word to the partner or member concerned, to copy
     */
    public record SetAsideWord(String id, String title, String url, String reason, String text) {}
}
