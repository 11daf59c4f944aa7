package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.web.BodyPage.BodyFact;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.document.Document;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.SafeHtml;
import org.jspecify.annotations.Nullable;

/**
 * The page of a meeting: time and place, progress of its notice, and agenda.
 *
 * @param cancelled the reason for its cancellation; {@code null} if not cancelled
 * @param checks warnings
 * @param door the address of an assembly's door and votes; {@code null} for another meeting
 * @param figures of the door, on the day of an assembly
 * @param replies the replies to the notice; {@code null} before it and once the meeting is held
 * @param add the form that adds an item; {@code null} without the permission
 */
public record MeetingPage(
        UUID id,
        String title,
        PageLink body,
        Tone tone,
        String state,
        @Nullable String cancelled,
        List<BodyFact> facts,
        List<String> checks,
        List<AgendaItemRow> points,
        List<FollowUpRow> pending,
        List<String> consultations,
        List<String> reviews,
        @Nullable String door,
        List<String> figures,
        @Nullable Form add,
        MeetingActions gestures,
        @Nullable ReplyPart replies,
        ChangeHistory history) {

    /**
     * The replies to the notice.
     *
     * @param count how many come, do not come and have not answered
     * @param quorum whether the quorum is likely; {@code null} for an assembly that counts delegations
     * @param reminds whether people can be reminded to answer
     * @param form that notes a reply; {@code null} without the permission
     */
    public record ReplyPart(
            String count,
            Tone tone,
            @Nullable String quorum,
            List<ReplyRow> rows,
            boolean reminds,
            @Nullable Form form,
            List<Option> people,
            List<Option> answers) {}

    /** A convened person, with the seats and the word that goes with the answer; each may be empty. */
    public record ReplyRow(String name, String seats, Tone tone, String state, String words) {}

    /**
     * An agenda item.
     *
     * @param note as safe HTML; {@code null} for none
     * @param asked the decision asked for; empty for none
     */
    public record AgendaItemRow(
            UUID id,
            String title,
            @Nullable SafeHtml note,
            String asked,
            List<Document> papers,
            boolean first,
            boolean last) {

        public String url(String gesture) {
            return AssemblyUrls.HOME + "/items/" + id + gesture;
        }
    }

    /**
     * The actions available to the current user.
     *
     * @param guestsOnly whether the notice goes with the letters to members, and is not written here
     */
    public record MeetingActions(
            boolean edits, boolean convenes, boolean guestsOnly, boolean minutes, boolean cancels, boolean restores) {}

    public String url(String below) {
        return AssemblyUrls.meeting(id) + below;
    }
}
