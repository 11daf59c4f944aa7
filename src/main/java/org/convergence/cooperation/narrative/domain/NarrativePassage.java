package org.convergence.cooperation.narrative.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PassageAnswer;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Identifier;
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
 * @param answeredBody the text to which it answered, and its translation as the partner read it
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
        @Nullable String answeredTranslation,
        String correction) {

    public static final String TABLE = "cooperation.narrative_passage";

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
                Ids.next(), 0, section, organisation, new PassageContent("", ""), null, null, null, null, null, "");
    }

    /** With another text, which the partner sees once it is shown, unless its answer is for this very text. */
    NarrativePassage withContent(PassageContent now) {
        if (now.equals(content)) {
            return this;
        }
        NarrativePassage changed = copy(now, answeredOn);
        return changed.isAnswered() ? changed : copy(now, null);
    }

    NarrativePassage shownOn(LocalDate day) {
        return copy(content, day);
    }

    /**
     * The partner's own text in place of what it read. A correction of a translation takes the place of the translation:
     * our text is then written after it, and shown again.
     */
    NarrativePassage withCorrection() {
        return withContent(
                content.translation().isBlank()
                        ? new PassageContent(correction, "")
                        : new PassageContent(content.body(), correction));
    }

    private NarrativePassage copy(PassageContent text, @Nullable LocalDate shown) {
        return new NarrativePassage(
                id,
                version,
                section,
                organisation,
                text,
                shown,
                answer,
                answeredOn,
                answeredBody,
                answeredTranslation,
                correction);
    }

    NarrativePassage withAnswer(PassageAnswer given, LocalDate day, String text) {
        return new NarrativePassage(
                id,
                version,
                section,
                organisation,
                content,
                shownOn,
                given,
                day,
                content.body(),
                content.translation(),
                text);
    }

    private boolean isOwnText() {
        return answer == PassageAnswer.CORRECTION
                && "".equals(answeredTranslation)
                && content.translation().isBlank()
                && content.body().equals(correction);
    }

    /** Whether the partner answered to this very text and translation, or wrote this text. */
    private boolean isAnswered() {
        return isOwnText()
                || (content.body().equals(answeredBody) && content.translation().equals(answeredTranslation));
    }

    /** The partner's own text counts as its yes, and so does its answer as long as ours stays as it was read. */
    public PassageStanding standing() {
        if (content.body().isBlank()) {
            return PassageStanding.TO_SHOW;
        }
        if (isOwnText()) {
            return PassageStanding.AGREED;
        }
        if (answer == null || !isAnswered()) {
            return shownOn == null ? PassageStanding.TO_SHOW : PassageStanding.WAITING;
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

    /** What a section says of a partner. */
    public record NarrativePassageId(UUID value) implements Identifier {}
}
