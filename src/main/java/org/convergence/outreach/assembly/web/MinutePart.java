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
 * @param version that at which {@code form} was opened
 * @param saved that it was saved, and when; {@code null} where it was not just now
 * @param returns what comes back by itself, where it stands under this point
 * @param earlier meetings whose minutes are to be adopted under this point
 */
public record MinutePart(
        UUID id,
        int number,
        String title,
        String asked,
        @Nullable Form form,
        int version,
        @Nullable Conflict conflict,
        @Nullable String saved,
        SafeHtml text,
        List<Decided> resolutions,
        List<FollowUpRow> followUps,
        List<String> interests,
        Returns returns,
        List<Link> earlier) {

    /** What comes back by itself: follow-ups; consultations and resolutions, each with where one goes on. */
    public record Returns(List<FollowUpRow> pending, List<Link> toRatify, List<Link> toReview) {

        static final Returns NOTHING = new Returns(List.of(), List.of(), List.of());
    }

    /** A resolution under a point. */
    public record Decided(String label, String sentence, String text, String vote, boolean carried, String url) {}

    /** What stands under the text that is typed. */
    public MinuteKept kept() {
        return new MinuteKept(form != null && !form.filled("version") ? version : null, saved);
    }

    public String url(String below) {
        return Urls.HOME + "/items/" + id + below;
    }
}
