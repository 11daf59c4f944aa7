package org.convergence.cooperation.fieldwork.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PartnerPassage;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Identifier;
import org.jspecify.annotations.Nullable;

/** What a partner sees behind its PIN: what it sent, what we promised and did, what we write about it and to it, what happens here. */
public record PartnerNotes(
        List<PartnerEntryRow> entries,
        List<PartnerPromise> promises,
        List<PartnerActivity> activities,
        List<PartnerRemittance> remittances,
        List<PartnerPassage> readings,
        List<PartnerReport> reports,
        List<PartnerDigest> digests) {

    /** Something that we promised to a partner. */
    public record PartnerPromise(
            String what, LocalDate dueOn, @Nullable LocalDate doneOn) {}

    /** Something that we did with a partner. */
    public record PartnerActivity(String title, LocalDate day, boolean isVisit) {}

    /** Our report to a partner, in its language. */
    public record PartnerReport(
            PartnerReportId id,
            int version,
            OrganisationId organisation,
            LocalDate periodFrom,
            LocalDate periodTo,
            String body,
            LocalDate shownOn) {}

    /** What happens here, told to partners in a language. */
    public record PartnerDigest(String language, String title, String body) {}

    /** Our report to a partner. */
    public record PartnerReportId(UUID value) implements Identifier {}

    /** Money sent to a partner, in its currency. */
    public record PartnerRemittance(LocalDate sentOn, BigDecimal received, String currency) {}
}
