package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * An agenda item in the minutes.
 *
 * @param form the text to edit; {@code null} for readers, who see {@code text}
 * @param version of the form
 * @param saved message with the time; {@code null} if not just saved
 * @param returns returning matters, if shown under this item
 * @param earlier meetings whose minutes are to be adopted under this item
 */
public record AgendaItemMinutes(
        UUID id,
        int number,
        String title,
        String asked,
        @Nullable Form form,
        int version,
        @Nullable Conflict conflict,
        @Nullable String saved,
        SafeHtml text,
        List<ItemResolutionRow> resolutions,
        List<FollowUpRow> followUps,
        List<String> interests,
        ReturningRows returns,
        List<PageLink> earlier) {

    /** Returning matters: follow-ups; consultations and resolutions with the address of the next step. */
    public record ReturningRows(List<FollowUpRow> pending, List<PageLink> toRatify, List<PageLink> toReview) {

        static final ReturningRows NOTHING = new ReturningRows(List.of(), List.of(), List.of());
    }

    /** A resolution under an item. */
    public record ItemResolutionRow(String label, String sentence, String vote, String url) {}

    /** The save confirmation under the text. */
    public SavedMinutes kept() {
        return new SavedMinutes(form != null && !form.filled("version") ? version : null, saved);
    }

    public String url(String below) {
        return AssemblyUrls.HOME + "/items/" + id + below;
    }
}
