package org.convergence.outreach.assembly.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.document.Document;

/**
 * A meeting as one reads it before it takes place, with the rules of its day.
 *
 * @param pending what earlier meetings asked for and is not over
 * @param toRatify consultations that no meeting has ratified yet (R-GOV-7b)
 */
public record Agenda(
        Meeting meeting,
        Body body,
        RuleSet rules,
        List<Point> points,
        List<Pending> pending,
        List<Consultation> toRatify) {

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

    /** All papers, in the order of the points. */
    public List<Document> papers() {
        return points.stream().flatMap(point -> point.papers().stream()).toList();
    }

    /** What the meeting is called: its body, and its own title if it has one. */
    public String title() {
        String own = meeting.plan().title();
        return own == null ? body.name() : body.name() + " – " + own;
    }
}
