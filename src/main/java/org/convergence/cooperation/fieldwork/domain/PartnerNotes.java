package org.convergence.cooperation.fieldwork.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PartnerPassage;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries.PartnerEntryRow;
import org.jspecify.annotations.Nullable;

/** What a partner sees behind its PIN: what it sent, what we promised and did, what we write about it. */
public record PartnerNotes(
        List<PartnerEntryRow> entries,
        List<PartnerPromise> promises,
        List<PartnerVisit> visits,
        List<PartnerRemittance> remittances,
        List<PartnerPassage> readings) {

    /** Something that we promised to a partner. */
    public record PartnerPromise(
            String what, LocalDate dueOn, @Nullable LocalDate doneOn) {}

    /** A visit to a partner. */
    public record PartnerVisit(String title, LocalDate day) {}

    /** Money sent to a partner, in its currency. */
    public record PartnerRemittance(LocalDate sentOn, BigDecimal received, String currency) {}
}
