package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * A point of the agenda in the minutes.
 *
 * @param form what is said of it; {@code null} for who only reads, who is shown {@code text}
 * @param saved whether it was saved just now
 * @param pending what earlier meetings asked for, where it stands under this point
 * @param earlier meetings whose minutes are to be adopted under this point
 */
public record MinutePart(
        UUID id,
        int number,
        String title,
        String asked,
        @Nullable Form form,
        @Nullable Conflict conflict,
        boolean saved,
        SafeHtml text,
        List<Decided> resolutions,
        List<FollowUpRow> followUps,
        List<String> interests,
        List<FollowUpRow> pending,
        List<Link> earlier) {

    /** A resolution under a point. */
    public record Decided(String label, String sentence, String text, String vote, boolean carried, String url) {}

    public String url(String below) {
        return Urls.HOME + "/items/" + id + below;
    }
}
