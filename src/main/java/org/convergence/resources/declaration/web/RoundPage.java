package org.convergence.resources.declaration.web;

import java.util.List;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A round: organisations asked, answered and silent.
 *
 * @param lead the progress, in a sentence
 * @param days when it asks, reminds and closes
 * @param approve what the button says that approves it; {@code null} where there is nothing to approve or one may not
 * @param waits who has to approve it, for who may not, or what has to be done before; {@code null} for nothing
 * @param remind what the button says that reminds; {@code null} where nobody is to be reminded
 * @param mayDeliver whether letters can be noted as delivered otherwise, or such a note undone
 * @param takeBack what the button says that takes waiting letters back; {@code null} where none waits
 */
public record RoundPage(
        String url,
        String title,
        String lead,
        List<RoundDay> days,
        @Nullable String approve,
        @Nullable String waits,
        @Nullable String remind,
        @Nullable String takeBack,
        boolean mayDeliver,
        boolean mayMove,
        List<RoundStateGroup> parts) {

    /** A day of the round. */
    public record RoundDay(String name, String value) {}

    /** The organisations in one state, the most urgent state first. */
    public record RoundStateGroup(String title, List<RoundRow> rows) {}

    /**
     * An organisation.
     *
     * @param reach the recipient of its letters
     * @param number the headcount that counts, in words; says so if carried forward
     * @param detail the author, the difference from the previous number, and the remark
     * @param contact address that changes the billing contact; {@code null} without the permission
     * @param confirm address that confirms the number; {@code null} if there is nothing to confirm
     */
    public record RoundRow(
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
