package org.convergence.plan.report.domain;

import java.util.UUID;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The stored part of a section: its text and its instructions. It is stored once something is entered.
 *
 * @param version 0 if nothing is stored
 * @param heading its title if it is not the line's own
 * @param most maximum number of characters, {@code null} for the default
 * @param optional whether it may stay without a text, {@code null} for the default
 * @param text Markdown
 * @param takenFrom the report from which the text was copied unchanged
 */
@Table(schema = "plan", value = "report_section")
public record StoredSection(
        @Id UUID id,
        @Version int version,
        UUID report,
        ReportSectionKind kind,
        @Nullable UUID line,
        @Nullable String heading,
        @Nullable String instruction,
        @Nullable Integer most,
        @Nullable Boolean optional,
        @Nullable UUID responsible,
        @Nullable String responsibleWords,
        String text,
        @Nullable UUID takenFrom) {

    static final String TABLE = "plan.report_section";

    static StoredSection empty(UUID report, SectionRef section) {
        return new StoredSection(
                Ids.next(), 0, report, section.kind(), section.line(), null, null, null, null, null, null, "", null);
    }

    public SectionRef ref() {
        return new SectionRef(kind, line);
    }

    /** The maximum length of its text, in a report of this shape. */
    public int limit(ReportShape shape) {
        return most == null ? shape.of(kind).most() : most;
    }

    /** Whether it may stay without a text, in a report of this shape. */
    public boolean mayStayEmpty(ReportShape shape) {
        return optional == null ? shape.of(kind).optional() : optional;
    }

    /** A copy with another text, written or copied from another report. */
    StoredSection text(String words, @Nullable UUID from) {
        return new StoredSection(
                id,
                version,
                report,
                kind,
                line,
                heading,
                instruction,
                most,
                optional,
                responsible,
                responsibleWords,
                words,
                from);
    }

    /** A copy with other instructions and the same text. */
    StoredSection withInstructions(SectionInstructions facts, @Nullable UUID person, ReportShape shape) {
        ReportShape.TextLimits usual = shape.of(kind);
        return new StoredSection(
                id,
                version,
                report,
                kind,
                line,
                facts.heading(),
                facts.instruction(),
                facts.most() != null && facts.most() == usual.most() ? null : facts.most(),
                facts.optional() == usual.optional() ? null : facts.optional(),
                person,
                person == null ? facts.responsible() : null,
                text,
                takenFrom);
    }

    /** A copy for another report. */
    StoredSection copyTo(UUID other) {
        return new StoredSection(
                Ids.next(),
                0,
                other,
                kind,
                line,
                heading,
                instruction,
                most,
                optional,
                responsible,
                responsibleWords,
                text,
                takenFrom);
    }

    /**
     * The instructions for writing a section.
     *
     * @param heading its title, {@code null} for the line's own, at most 200 characters
     * @param instruction {@code null} for the usual one, at most 2,000 characters
     * @param most maximum number of characters, 100 to 50,000; {@code null} for the default
     * @param optional whether it may stay without a text
     * @param responsible name of the writer, from the directory or not, at most 300 characters
     */
    public record SectionInstructions(
            @Nullable String heading,
            @Nullable String instruction,
            @Nullable Integer most,
            boolean optional,
            @Nullable String responsible) {}
}
