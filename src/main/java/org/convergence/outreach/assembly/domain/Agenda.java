package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.document.Document;

/**
 * A meeting as one reads it before it takes place, with the rules of its day.
 *
 * @param returns what comes back by itself
 * @param notice how far its notice is
 */
public record Agenda(
        Meeting meeting, Body body, RuleSet rules, List<Point> points, Returns returns, NoticeProgress notice) {

    /**
     * What comes back on an agenda by itself.
     *
     * @param pending what earlier meetings asked for and is not over
     * @param toRatify consultations that no meeting has ratified yet (R-GOV-7b)
     * @param toReview resolutions that said when to look at them again
     */
    public record Returns(List<Pending> pending, List<Consultation> toRatify, List<Passed> toReview) {

        public boolean isEmpty() {
            return pending.isEmpty() && toRatify.isEmpty() && toReview.isEmpty();
        }
    }

    /** A point with its papers. */
    public record Point(
            UUID id, int version, String title, String note, String asked, String minutes, List<Document> papers) {

        /** What it is about. */
        public Topic topic() {
            return Topic.of(title);
        }

        /** What it says, for a form. */
        public ItemFacts facts() {
            return new ItemFacts(title, note, asked);
        }
    }

    /** Under which point that stands: the first that is about follow-ups; empty where none is. */
    public Optional<UUID> returnsAt() {
        return points.stream()
                .filter(point -> point.topic() == Topic.FOLLOW_UPS)
                .map(Point::id)
                .findFirst();
    }

    /** The same of a meeting that is about to be kept. */
    Agenda of(Meeting next) {
        return new Agenda(next, body, rules, points, returns, notice);
    }

    /** All papers, in the order of the points. */
    public List<Document> papers() {
        return points.stream().flatMap(point -> point.papers().stream()).toList();
    }

    /** What the meeting is called: its body, and its own title if it has one. */
    public String title() {
        return Meeting.called(body.name(), meeting.plan().title());
    }
}
