package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with its agenda and the rules of its day.
 *
 * @param returns returning matters
 * @param notice progress of its notice
 */
public record Agenda(
        Meeting meeting,
        Body body,
        RuleSet rules,
        List<AgendaItemDetails> points,
        ReturningMatters returns,
        NoticeProgress notice) {

    /**
     * Matters that return on an agenda without being added to it.
     *
     * @param pending follow-ups of earlier meetings that are not closed
     * @param toRatify consultations that no meeting has ratified yet (R-GOV-7b)
     * @param toReview resolutions whose review is due
     */
    public record ReturningMatters(
            List<FollowUpDetails> pending, List<Consultation> toRatify, List<DueReview> toReview) {

        public boolean isEmpty() {
            return pending.isEmpty() && toRatify.isEmpty() && toReview.isEmpty();
        }
    }

    /** A resolution whose review is due. */
    public record DueReview(UUID id, String label, LocalDate day, String text) {}

    /**
     * A point with its papers.
     *
     * @param takesUp the follow-up whose resolution is put to the vote again; {@code null} for none
     */
    public record AgendaItemDetails(
            UUID id,
            int version,
            String title,
            String note,
            String asked,
            String minutes,
            @Nullable UUID takesUp,
            List<Document> papers) {

        /** Its topic, from its title. */
        public AgendaTopic topic() {
            return AgendaTopic.fromTitle(title);
        }

        /** Its texts, for a form. */
        public AgendaItemFacts facts() {
            return new AgendaItemFacts(title, note, asked);
        }
    }

    /** The item that shows returning matters: the first about follow-ups; empty if there is none. */
    public Optional<UUID> findReturningItem() {
        return points.stream()
                .filter(point -> point.topic() == AgendaTopic.FOLLOW_UPS)
                .map(AgendaItemDetails::id)
                .findFirst();
    }

    /** Whether an item takes up the resolution of a follow-up. */
    public boolean takesUp(UUID followUp) {
        return points.stream().anyMatch(point -> followUp.equals(point.takesUp()));
    }

    /** This agenda with a changed meeting, which is about to be saved. */
    public Agenda withMeeting(Meeting next) {
        return new Agenda(next, body, rules, points, returns, notice);
    }

    /** All papers, in the order of the items. */
    public List<Document> papers() {
        return points.stream().flatMap(point -> point.papers().stream()).toList();
    }

    /** The title of the meeting: its body, and its own title if it has one. */
    public String title() {
        return Meeting.formatTitle(body.name(), meeting.plan().title());
    }
}
