package org.convergence.resources.declaration.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Who was asked, who answered, who is silent.
 *
 * @param lead where it stands, in a sentence
 * @param days when it asks, reminds and closes
 * @param approve what the button says that approves it; {@code null} where there is nothing to approve or one may not
 * @param waits who has to approve it, for who may not, or what has to be done before; {@code null} for nothing
 * @param remind what the button says that reminds; {@code null} where nobody is to be reminded
 * @param takeBack what the button says that takes waiting letters back; {@code null} where none waits
 */
public record RoundPage(
        String url,
        String title,
        String lead,
        List<Day> days,
        @Nullable String approve,
        @Nullable String waits,
        @Nullable String remind,
        @Nullable String takeBack,
        boolean mayMove,
        List<Part> parts) {

    /** A day of the round. */
    public record Day(String name, String value) {}

    /** Those who stand alike, those to be seen to first. */
    public record Part(String title, List<Row> rows) {}

    /**
     * An organisation.
     *
     * @param reach to whom its letters go
     * @param number what counts, in words; what is carried forward says so
     * @param detail who says so, how it differs from the number before, and what was remarked
     * @param contact where one says to whom letters go, for who may
     * @param confirm where the number is confirmed; {@code null} where there is nothing to confirm
     */
    public record Row(
            String name,
            String url,
            Tone tone,
            String state,
            String reach,
            String number,
            String detail,
            @Nullable String contact,
            @Nullable String confirm) {}
}
