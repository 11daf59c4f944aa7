package org.convergence.resources.subsidy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.subsidy.domain.Subsidy.ApprovedWage;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyStepKind;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.SubsidyProgrammeId;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/** The file of a subsidised position. */
@Table(schema = "resources", value = "subsidy")
public record Subsidy(
        @Id UUID id,
        @Version int version,
        SubsidyProgrammeId programme,
        String position,
        @Nullable String reference,
        SubsidyState state,
        @Nullable PersonId person,
        @Nullable UUID contract,
        @Nullable PersonId responsible,
        LocalDate startsOn,
        LocalDate endsOn,

        @Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "approved_")
        ApprovedWage approved,

        @Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "terms_")
        WageTerms terms,

        @Nullable String note,
        @Nullable String closingNote) {

    static final String TABLE = "resources.subsidy";

    static Subsidy of(UUID id, int version, SubsidyContent content, WageTerms terms) {
        return new Subsidy(
                id,
                version,
                content.programme(),
                content.position(),
                content.reference(),
                content.state(),
                content.person(),
                content.contract(),
                content.responsible(),
                content.startsOn(),
                content.endsOn(),
                content.approved(),
                terms.approvedWith(content.percent(), content.most()),
                content.note(),
                content.state().isOver() ? content.closingNote() : null);
    }

    static Subsidy create(SubsidyContent content, WageTerms terms) {
        return of(Ids.next(), 0, content, terms);
    }

    public SubsidyId typedId() {
        return new SubsidyId(id);
    }

    /**
     * The approved work and its wage.
     *
     * @param hours a week
     * @param wage per hour
     * @param chargesPercent employer charges in percent of the wage
     */
    public record ApprovedWage(int weeks, BigDecimal hours, BigDecimal wage, BigDecimal chargesPercent) {

        /** Wage and charges of an hour; the charges are rounded to the cent. */
        public BigDecimal hourlyCost() {
            return wage.add(chargesOn(wage));
        }

        BigDecimal chargesOn(BigDecimal amount) {
            return amount.multiply(chargesPercent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        }
    }

    /** A step of a subsidised position, in the usual order. */
    public enum SubsidyStepKind {
        APPLICATION,
        POSTING,
        CHOICE,
        /** The signed agreement goes back to the funder. */
        AGREEMENT,
        FIRST_DAY,
        FINAL_REPORT,
        LAST_CLAIM;

        /** The message key of its name. */
        public String key() {
            return "subsidy.step." + name();
        }
    }

    /**
     * The content of a file.
     *
     * @param position 1 to 200 characters
     * @param reference the funder's number
     * @param person {@code null} until the person is chosen
     * @param contract of this person in {@code plan.time}
     * @param percent as approved; {@code null} for the programme's
     * @param most as approved; {@code null} for the programme's
     * @param due days of the steps that have one
     * @param closingNote why the file ends although something of it is open
     */
    public record SubsidyContent(
            SubsidyProgrammeId programme,
            String position,
            @Nullable String reference,
            SubsidyState state,
            @Nullable PersonId person,
            @Nullable UUID contract,
            @Nullable PersonId responsible,
            LocalDate startsOn,
            LocalDate endsOn,
            ApprovedWage approved,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal most,
            Map<SubsidyStepKind, LocalDate> due,
            @Nullable String note,
            @Nullable String closingNote) {

        public SubsidyContent {
            due = Map.copyOf(due);
        }
    }

    /** The state of the file of a subsidised position. */
    public enum SubsidyState {
        /** The subsidy was asked for, or is about to be. */
        ASKED(Tone.AHEAD),
        /** The subsidy is granted. */
        APPROVED(Tone.ACTIVE),
        /** The subsidy was refused. */
        REFUSED(Tone.REST),
        /** The last claim is paid. */
        CLOSED(Tone.OK);

        private final Tone tone;

        SubsidyState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether nothing of the file is due any longer. */
        public boolean isOver() {
            return this == REFUSED || this == CLOSED;
        }

        /** The message key of its name. */
        public String key() {
            return "subsidy.state." + name();
        }
    }

    /** A subsidised position. */
    public record SubsidyId(UUID value) implements Identifier {}
}
