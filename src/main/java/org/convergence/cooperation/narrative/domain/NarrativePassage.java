package org.convergence.cooperation.narrative.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PassageAnswer;
import org.convergence.cooperation.narrative.NarrativePassageId;
import org.convergence.cooperation.narrative.NarrativeSectionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a section says of a partner, with the partner's answer, which is for the text that it read and no other.
 *
 * @param shownOn the day since which the partner can read it; {@code null} if it cannot
 * @param answeredBody the text to which it answered
 * @param correction its own text in place of ours; may be empty
 */
@Table(schema = "cooperation", value = "narrative_passage")
public record NarrativePassage(
        @Id UUID id,
        @Version int version,
        NarrativeSectionId section,
        OrganisationId organisation,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) PassageContent content,
        @Nullable LocalDate shownOn,
        @Nullable PassageAnswer answer,
        @Nullable LocalDate answeredOn,
        @Nullable String answeredBody,
        String correction) {

    static final String TABLE = "cooperation.narrative_passage";

    /** The longest text, in characters. */
    public static final int LONGEST = 10_000;

    /**
     * The text of a passage.
     *
     * @param body empty if it is not written
     * @param translation the same in the partner's language; may be empty
     */
    public record PassageContent(String body, String translation) {}

    /** Where a passage stands (R-PART-8). */
    public enum PassageStanding {
        /** The partner cannot read it yet. */
        TO_SHOW(Tone.AHEAD),
        /** It waits for the partner, who has not read this text. */
        WAITING(Tone.ACTIVE),
        AGREED(Tone.OK),
        /** The partner proposes another text. */
        CORRECTED(Tone.WARN),
        /** The partner wants it not to be said. */
        WITHHELD(Tone.REST);

        private final Tone tone;

        PassageStanding(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The message key of its name. */
        public String key() {
            return "narrative.standing." + name();
        }
    }

    static NarrativePassage create(NarrativeSectionId section, OrganisationId organisation) {
        return new NarrativePassage(
                Ids.next(), 0, section, organisation, new PassageContent("", ""), null, null, null, null, "");
    }

    NarrativePassage withContent(PassageContent now) {
        return new NarrativePassage(
                id, version, section, organisation, now, shownOn, answer, answeredOn, answeredBody, correction);
    }

    NarrativePassage shownOn(LocalDate day) {
        return new NarrativePassage(
                id, version, section, organisation, content, day, answer, answeredOn, answeredBody, correction);
    }

    NarrativePassage withAnswer(PassageAnswer given, LocalDate day, String text) {
        return new NarrativePassage(
                id, version, section, organisation, content, shownOn, given, day, content.body(), text);
    }

    /** The partner's own text counts as its yes, and so does its answer as long as ours stays as it was read. */
    public PassageStanding standing() {
        if (shownOn == null || content.body().isBlank()) {
            return PassageStanding.TO_SHOW;
        }
        if (answer == PassageAnswer.CORRECTION && content.body().equals(correction)) {
            return PassageStanding.AGREED;
        }
        if (answer == null || !content.body().equals(answeredBody)) {
            return PassageStanding.WAITING;
        }
        return switch (answer) {
            case YES -> PassageStanding.AGREED;
            case CORRECTION -> PassageStanding.CORRECTED;
            case WITHHELD -> PassageStanding.WITHHELD;
        };
    }

    /** Whether the partner answered to another text. */
    public boolean isChanged() {
        return answer != null && standing() == PassageStanding.WAITING;
    }

    public NarrativePassageId typedId() {
        return new NarrativePassageId(id);
    }
}
