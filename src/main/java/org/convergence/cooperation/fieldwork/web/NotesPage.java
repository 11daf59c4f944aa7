package org.convergence.cooperation.fieldwork.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PartnerPassage;
import org.convergence.cooperation.fieldwork.domain.CountryNumbers;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerFormService.KeptCorrection;
import org.convergence.cooperation.fieldwork.domain.PartnerNotes;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The page of a partner. What a telephone keeps of it is without any partner's entries: they need the PIN.
 *
 * @param address of the page
 * @param notes {@code null} on the page that the telephone keeps
 * @param currency the usual one of the country
 * @param typed what the partner typed in place of a text, if it could not be taken; {@code null} for nothing
 * @param kept what the partner typed for an entry, if it could not be taken; {@code null} for nothing
 * @param held the form in which they stand beside a field for the PIN; {@code null} where it is not asked for again
 * @param problem what is wrong with the PIN, an entry or an answer; {@code null} for nothing
 * @param isDone whether an entry just came without a script
 */
public record NotesPage(
        NotesWords t,
        String address,
        String publicKey,
        CountryNumbers numbers,
        String currency,
        String today,
        @Nullable PartnerNotes notes,
        @Nullable TypedCorrection typed,
        @Nullable KeptCorrection kept,
        @Nullable HeldForm held,
        @Nullable String problem,
        boolean isDone) {

    /** The longest text of a partner in place of ours, in characters. */
    static final int LONGEST_CORRECTION = 10_000;

    /** A correction that could not be taken. */
    public record TypedCorrection(UUID reading, String text) {}

    /**
     * A form that waits for the PIN.
     *
     * @param path under the page, to which it is sent
     * @param version that it corrects
     */
    public record HeldForm(String path, String version) {}

    /** What stands in the field of a correction: what was typed, else the text that is read. */
    public String correction(PartnerPassage reading) {
        return isTyped(reading) ? Objects.requireNonNull(typed).text() : reading.read();
    }

    /** Whether the partner typed a correction that could not be taken. */
    public boolean isTyped(PartnerPassage reading) {
        return typed != null && typed.reading().equals(reading.id());
    }

    /** The texts that speak of the partner. */
    public List<PartnerPassage> readings() {
        return notes == null ? List.of() : notes.readings();
    }

    /** The currencies that can be chosen, the usual one first. */
    public List<String> currencies() {
        return Stream.concat(Stream.of(currency), Stream.of("MXN", "HTG", "COP", "GTQ", "HNL", "USD", "CAD", "EUR"))
                .distinct()
                .toList();
    }

    /** A name for a form, so that it counts once when it is sent twice. */
    public String newName() {
        return Ids.next().toString();
    }

    public List<PartnerEntryKind> kinds() {
        return List.of(PartnerEntryKind.values());
    }

    /** What the partner has to correct. */
    public List<PartnerEntryRow> toCorrect() {
        return notes == null
                ? List.of()
                : notes.entries().stream()
                        .filter(each -> each.state().isWithPartner()
                                && (kept == null || !kept.typed().id().equals(each.id())))
                        .toList();
    }

    /** What it sent, and where that stands. */
    public List<PartnerEntryRow> sent() {
        return notes == null
                ? List.of()
                : notes.entries().stream()
                        .filter(each -> each.state() != PartnerEntryState.DRAFT)
                        .toList();
    }

    /** What an entry says, in one line. */
    public String describe(PartnerEntryRow entry) {
        return t.describe(entry);
    }

    /** An entry with its day and the people counted, in one line. */
    public String describeWhole(PartnerEntryRow entry) {
        return Stream.of(
                        entry.happenedOn() == null ? "" : t.date(entry.happenedOn()),
                        describe(entry),
                        count("women", entry.women()),
                        count("men", entry.men()),
                        count("others", entry.others()),
                        count("notStated", entry.notStated()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String count(String name, @Nullable Integer number) {
        return number == null ? "" : t.say("public.fieldwork.people." + name) + ": " + number;
    }
}
