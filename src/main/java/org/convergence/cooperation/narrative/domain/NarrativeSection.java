package org.convergence.cooperation.narrative.domain;

import java.util.UUID;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.AnswerLimit.CountUnit;
import org.convergence.platform.text.PastedQuestions.PastedQuestion;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A section of a report, which has a version of its own: people who write different sections never conflict.
 *
 * @param previous the same section in the report before
 */
@Table(schema = "cooperation", value = "narrative_section")
public record NarrativeSection(
        @Id UUID id,
        @Version int version,
        NarrativeReportId report,
        int position,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) NarrativeSectionContent content,
        @Nullable UUID previous) {

    public static final String TABLE = "cooperation.narrative_section";

    /** The longest heading, in characters. */
    public static final int LONGEST_HEADING = 300;

    /** The longest text, in characters. */
    public static final int LONGEST = 40_000;

    /**
     * What a section says.
     *
     * @param heading in the funder's words
     * @param instruction what the funder asks; may be empty
     * @param most the limit, in the unit; both or none
     * @param body the text; empty if it is not written
     */
    public record NarrativeSectionContent(
            String heading,
            String instruction,
            @Nullable Integer most,
            @Nullable CountUnit unit,
            String body) {

        /** The limit; {@code null} for none. */
        public @Nullable AnswerLimit limit() {
            return most == null || unit == null ? null : new AnswerLimit(most, unit);
        }

        NarrativeSectionContent withBody(String text) {
            return new NarrativeSectionContent(heading, instruction, most, unit, text);
        }

        /** A pasted section: its first line is the heading, without the limit at its end; the rest is the instruction. */
        static NarrativeSectionContent of(PastedQuestion pasted) {
            String[] lines = pasted.text().split("\n", 2);
            String first = lines[0].strip();
            int bracket = Math.max(first.lastIndexOf('('), first.lastIndexOf('['));
            String heading = bracket > 0 && AnswerLimit.parse(first.substring(bracket)) != null
                    ? first.substring(0, bracket).strip()
                    : first;
            boolean isLong = heading.codePointCount(0, heading.length()) > LONGEST_HEADING;
            AnswerLimit limit = pasted.limit();
            return new NarrativeSectionContent(
                    TextShortener.shorten(heading, LONGEST_HEADING),
                    isLong ? pasted.text() : lines.length > 1 ? lines[1].strip() : "",
                    limit == null ? null : limit.most(),
                    limit == null ? null : limit.unit(),
                    "");
        }
    }

    static NarrativeSection create(
            NarrativeReportId report, int position, NarrativeSectionContent content, @Nullable UUID previous) {
        return new NarrativeSection(Ids.next(), 0, report, position, content, previous);
    }

    NarrativeSection withContent(NarrativeSectionContent now) {
        return new NarrativeSection(id, version, report, position, now, previous);
    }

    public NarrativeSectionId typedId() {
        return new NarrativeSectionId(id);
    }

    /** A section of a narrative report. */
    public record NarrativeSectionId(UUID value) implements Identifier {}
}
