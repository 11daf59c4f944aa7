package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.web.BodyPage.Fact;
import org.convergence.platform.audit.History;
import org.convergence.platform.document.Document;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * The page of a meeting: when and where, how far its notice is, and its agenda.
 *
 * @param cancelled why it does not take place, {@code null} where it does
 * @param checks what one should look at
 * @param add the form for one more point, {@code null} for who may not
 */
public record MeetingPage(
        UUID id,
        String title,
        Link body,
        Tone tone,
        String state,
        @Nullable String cancelled,
        List<Fact> facts,
        List<String> checks,
        List<Point> points,
        List<FollowUpRow> pending,
        List<String> consultations,
        List<String> reviews,
        @Nullable Form add,
        Gestures gestures,
        History history) {

    /**
     * A point of the agenda.
     *
     * @param note as safe HTML, {@code null} for none
     * @param asked the decision that is asked for, empty for none
     */
    public record Point(
            UUID id,
            String title,
            @Nullable SafeHtml note,
            String asked,
            List<Document> papers,
            boolean first,
            boolean last) {

        public String url(String gesture) {
            return Urls.HOME + "/items/" + id + gesture;
        }
    }

    /** What this person may do with it now. */
    public record Gestures(boolean edits, boolean convenes, boolean minutes, boolean cancels) {}

    public String url(String below) {
        return Urls.meeting(id) + below;
    }
}
