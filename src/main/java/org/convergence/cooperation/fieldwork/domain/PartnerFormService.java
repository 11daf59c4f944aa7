package org.convergence.cooperation.fieldwork.domain;

import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.PartnerPassageSource;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PassageAnswer;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRepository.EntryOrigin;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkRepository.StoredLink;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a partner sends by the forms of its page: entries without a script, corrections, answers. They are taken until the
 * days of grace after the end of the page are over, as what telephones hold.
 */
@Service
@Transactional
@Open("a link opens the page of one partner, by its PIN")
public class PartnerFormService {

    private static final Actor BY_LINK = PartnerPassageSource.BY_LINK;

    private final PartnerLinkRepository links;
    private final PartnerPass passes;
    private final PartnerEntryRepository entries;
    private final PartnerEntryQueries queries;
    private final PartnerNotesReader notes;
    private final PhotographAssembler photographs;
    private final OrganisationSettings settings;

    PartnerFormService(
            PartnerLinkRepository links,
            PartnerPass passes,
            PartnerEntryRepository entries,
            PartnerEntryQueries queries,
            PartnerNotesReader notes,
            PhotographAssembler photographs,
            OrganisationSettings settings) {
        this.links = links;
        this.passes = passes;
        this.entries = entries;
        this.queries = queries;
        this.notes = notes;
        this.photographs = photographs;
        this.settings = settings;
    }

    /**
     * What could not be taken as it was typed.
     *
     * @param current the entry as it stands; {@code null} if there is none
     * @param typed the entry as the partner wrote it
     */
    public record KeptCorrection(@Nullable PartnerEntryRow current, PartnerEntryRow typed) {}

    /**
     * Takes an entry in, once for each name; whether it is kept, which a revoked link refuses.
     *
     * @throws Refused if the photograph cannot be read; then nothing is kept
     */
    @Transactional(label = "fieldwork.receive")
    public boolean add(String secret, UUID name, SentEntry sent, @Nullable Upload photograph) {
        StoredLink link = links.find(secret, true);
        if (link.revokedAt() != null) {
            return false;
        }
        CurrentActor.runAs(BY_LINK, () -> {
            PartnerEntryId id = entries.insert(
                    EntryOrigin.of(link, PartnerLinkAccess.FORM + name, 1, 0),
                    PartnerEntryState.WAITING,
                    sent.read(PartnerLinkAccess.numbers(link)));
            if (photograph != null && entries.lock(id)) {
                photographs.replace(id.value(), photograph);
            }
        });
        return true;
    }

    /**
     * Writes what the partner corrected: an entry that we returned, or a draft that we wrote. A photograph replaces the
     * one that came before. The same correction a second time changes nothing.
     *
     * @throws EditConflict if the entry is not with the partner in this version, and does not say the same
     */
    @Transactional(label = "fieldwork.correct")
    public void correct(
            String secret,
            @Nullable String pass,
            PartnerEntryId id,
            int version,
            SentEntry sent,
            @Nullable Upload photograph) {
        StoredLink link = requireEntered(secret, pass);
        CurrentActor.runAs(BY_LINK, () -> {
            entries.correct(
                    id, version, link.organisation(), sent.read(PartnerLinkAccess.numbers(link)), photograph != null);
            if (photograph != null) {
                photographs.replace(id.value(), photograph);
            }
        });
    }

    /**
     * What a partner typed, beside the entry as it stands.
     *
     * @param id of the entry that was corrected; {@code null} for a new one
     */
    @Transactional(readOnly = true)
    public KeptCorrection findTyped(String secret, @Nullable PartnerEntryId id, SentEntry sent) {
        StoredLink link = links.find(secret, false);
        CountryNumbers numbers = PartnerLinkAccess.numbers(link);
        List<PartnerEntryRow> found = id == null
                ? List.of()
                : CurrentActor.callAs(BY_LINK, () -> queries.findByIds(List.of(id))).stream()
                        .filter(each -> each.organisation().equals(link.organisation()))
                        .toList();
        return found.isEmpty()
                ? new KeptCorrection(
                        null,
                        PartnerEntryRow.empty(sent.read(numbers).kind(), link, settings.today())
                                .with(sent, numbers))
                : new KeptCorrection(found.get(0), found.get(0).with(sent, numbers));
    }

    /**
     * Records what a partner answers to a text that speaks of it.
     *
     * @throws NotFound unless the PIN was typed lately, or if there is no such text
     */
    @Transactional(label = "fieldwork.answer-reading")
    public void answerPassage(
            String secret, @Nullable String pass, UUID id, int version, PassageAnswer answer, String correction) {
        StoredLink link = requireEntered(secret, pass);
        CurrentActor.runAs(BY_LINK, () -> notes.answer(link.organisation(), id, version, answer, correction));
    }

    private StoredLink requireEntered(String secret, @Nullable String pass) {
        StoredLink link = links.find(secret, false);
        if (link.revokedAt() != null || !passes.isValid(pass, link)) {
            throw new NotFound("link");
        }
        return link;
    }
}
