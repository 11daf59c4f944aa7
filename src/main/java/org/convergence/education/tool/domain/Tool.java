package org.convergence.education.tool.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.education.tool.HandOutSetting;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolKind;
import org.jspecify.annotations.Nullable;

/**
 * A tool with its figures.
 *
 * @param madeBy who made it elsewhere; {@code null} for a tool made here
 * @param reorderAt copies left from which more are printed; {@code null} for none
 * @param distributed the sum of its hand-outs, less the copies that came back (R-EDU-6)
 * @param left copies printed that are not in other hands
 */
public record Tool(
        ToolId id,
        int version,
        String title,
        ToolKind kind,
        @Nullable String theme,
        @Nullable String madeBy,
        @Nullable String description,
        @Nullable Integer reorderAt,
        @Nullable PersonId responsible,
        int distributed,
        int left) {

    /** What the form of a tool says. */
    public record ToolFacts(
            String title,
            ToolKind kind,
            @Nullable String theme,
            @Nullable String madeBy,
            @Nullable String description,
            @Nullable Integer reorderAt,
            @Nullable PersonId responsible) {}

    /**
     * An edition.
     *
     * @param banqOn the legal deposit at BAnQ
     * @param ottawaOn the legal deposit in Ottawa
     * @param address where its file is; {@code null} for nowhere
     */
    public record ToolEdition(
            UUID id,
            int version,
            ToolId tool,
            String language,
            String label,
            @Nullable String licence,
            @Nullable String isbn,
            LocalDate publishedOn,
            @Nullable LocalDate banqOn,
            @Nullable LocalDate ottawaOn,
            @Nullable String address) {}

    /** What the form of an edition says. */
    public record EditionFacts(
            String language,
            String label,
            @Nullable String licence,
            @Nullable String isbn,
            LocalDate publishedOn,
            @Nullable LocalDate banqOn,
            @Nullable LocalDate ottawaOn,
            @Nullable String address) {}

    /**
     * Copies printed together.
     *
     * @param copies without those discarded
     * @param discarded those taken out of the pile without being handed out
     * @param left those not handed out; negative where more were handed out than were known
     */
    public record CopyBatch(
            UUID id,
            UUID edition,
            String editionLabel,
            String language,
            LocalDate printedOn,
            int copies,
            int discarded,
            String place,
            int left) {}

    /** Copies handed out on a day, in a setting and a region of Québec. */
    public record HandOutFacts(
            LocalDate on,
            int copies,
            HandOutSetting setting,
            @Nullable String region,
            @Nullable OrganisationId receiver,
            String receiverName) {}

    /**
     * A hand-out, or copies that came back.
     *
     * @param copies below zero for copies that came back
     * @param returns the hand-out whose copies came back; {@code null} for a hand-out
     * @param out copies of a hand-out that did not come back
     */
    public record HandOut(
            UUID id,
            LocalDate handedOn,
            int copies,
            HandOutSetting setting,
            @Nullable String region,
            @Nullable UUID returns,
            String place,
            int out) {}

    /** Copies handed out in a setting or a region. */
    public record HandOutTotal(String key, int copies) {}

    /**
     * A kit at an organisation.
     *
     * @param copy which of the kits
     * @param people the head count at its return; {@code null} if it is not known
     */
    public record ToolLoan(
            UUID id,
            int version,
            ToolId tool,
            String copy,
            OrganisationId holder,
            String holderName,
            @Nullable String contact,
            LocalDate lentOn,
            LocalDate dueOn,
            @Nullable LocalDate returnedOn,
            @Nullable Integer people,
            @Nullable String missing) {}

    /**
     * What the form of a loan says.
     *
     * @param holder {@code null} for a new organisation, of this name
     */
    public record LoanFacts(
            String copy,
            @Nullable OrganisationId holder,
            String holderName,
            @Nullable String contact,
            LocalDate lentOn,
            LocalDate dueOn) {}

    /** How a kit came back. */
    public record LoanReturn(
            LocalDate on,
            @Nullable Integer people,
            @Nullable String missing) {}
}
