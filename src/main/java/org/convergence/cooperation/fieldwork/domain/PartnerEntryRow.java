package org.convergence.cooperation.fieldwork.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkRepository.StoredLink;
import org.convergence.cooperation.fieldwork.domain.SentEntry.EntryStanding;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * An entry.
 *
 * @param label what was counted, or who was paid
 * @param typed the number as typed
 * @param figure how the country reads it, or once accepted the amount of the expense that it became; {@code null} if there
 *     is none, or it cannot be read
 * @param photograph {@code null} if none was taken; it comes later than the entry, as the document
 * @param became the page of the realisation or the expense that it became, or of the value in which it counts
 * @param standing why an accepted entry does not count for the partner; {@code null} if it does
 */
public record PartnerEntryRow(
        PartnerEntryId id,
        int version,
        OrganisationId organisation,
        String organisationName,
        PartnerEntryKind kind,
        PartnerEntryState state,
        String language,
        String country,
        LocalDate receivedOn,
        @Nullable LocalDate happenedOn,
        String label,
        String details,
        String typed,
        @Nullable BigDecimal figure,
        @Nullable String currency,
        @Nullable Integer women,
        @Nullable Integer men,
        @Nullable Integer others,
        @Nullable Integer notStated,
        @Nullable UUID photograph,
        @Nullable DocumentId document,
        String comment,
        String answer,
        String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String became,
        boolean isFromWorkbook,
        @Nullable EntryStanding standing) {

    /** How many days before it came an entry may have happened without a question. */
    private static final int OLDEST = 300;

    /** Whether a photograph is here, or follows. */
    public boolean hasPhotograph() {
        return photograph != null || document != null;
    }

    /** Whether it waits a second time, after a row of a workbook changed: what it became stays. */
    public boolean isChanged() {
        return state == PartnerEntryState.WAITING && became != null;
    }

    /** Whether its day lies after it came, wherever it was written, or so long before that the clock of the telephone may be wrong (R-PART-4). */
    public boolean isDayDoubtful() {
        return happenedOn != null
                && !isFromWorkbook
                && (happenedOn.isAfter(receivedOn.plusDays(1)) || happenedOn.isBefore(receivedOn.minusDays(OLDEST)));
    }

    /** An entry that says nothing yet. */
    static PartnerEntryRow empty(PartnerEntryKind kind, StoredLink link, LocalDate today) {
        return new PartnerEntryRow(
                new PartnerEntryId(Ids.next()),
                0,
                link.organisation(),
                "",
                kind,
                PartnerEntryState.WAITING,
                link.language(),
                link.country(),
                today,
                null,
                "",
                "",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                "",
                "",
                null,
                null,
                false,
                null);
    }

    /** The same entry with what a partner typed in its place. */
    public PartnerEntryRow with(SentEntry sent, CountryNumbers numbers) {
        var typed = sent.read(numbers);
        return new PartnerEntryRow(
                id,
                version,
                organisation,
                organisationName,
                kind,
                state,
                language,
                country,
                receivedOn,
                typed.on(),
                typed.label(),
                typed.details(),
                typed.typed(),
                typed.figure(),
                typed.currency(),
                typed.women(),
                typed.men(),
                typed.others(),
                typed.notStated(),
                photograph,
                document,
                comment,
                answer,
                decidedBy,
                decidedOn,
                became,
                isFromWorkbook,
                standing);
    }

    /** The tone of where it stands. */
    public Tone tone() {
        return standing == null ? state.tone() : standing.tone();
    }

    /** The last part of the message key of where it stands. */
    public String stateKey() {
        return standing == null ? state.name() : standing.name();
    }

    /** When it happened, else when it came. */
    public LocalDate day() {
        return happenedOn == null ? receivedOn : happenedOn;
    }

    /** The people counted; {@code null} if none were. */
    public @Nullable Integer people() {
        List<Integer> counts = Stream.of(women, men, others, notStated)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return counts.isEmpty()
                ? null
                : counts.stream().mapToInt(Integer::intValue).sum();
    }
}
