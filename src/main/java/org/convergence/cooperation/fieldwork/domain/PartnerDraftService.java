package org.convergence.cooperation.fieldwork.domain;

import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRepository.EntryOrigin;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkRepository.LatestLink;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.Upload;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes drafts from the messages of partners, which confirm them on their page or by another message. */
@Service
@Transactional
@Requires(FieldworkPermissions.FOLLOW)
public class PartnerDraftService {

    private final JdbcClient db;
    private final PartnerEntryRepository repository;
    private final PartnerEntryQueries queries;
    private final PartnerLinkRepository links;
    private final PhotographAssembler photographs;
    private final OrganisationSettings settings;

    PartnerDraftService(
            JdbcClient db,
            PartnerEntryRepository repository,
            PartnerEntryQueries queries,
            PartnerLinkRepository links,
            PhotographAssembler photographs,
            OrganisationSettings settings) {
        this.db = db;
        this.repository = repository;
        this.queries = queries;
        this.links = links;
        this.photographs = photographs;
        this.settings = settings;
    }

    /** Whether a partner has a page on which it corrects a draft. */
    @Transactional(readOnly = true)
    public boolean hasPage(OrganisationId organisation) {
        return links.findLatest(organisation).isPresent();
    }

    /**
     * Writes a draft from a message of the partner, which it corrects and sends from its page.
     *
     * @param language of the message, and the country that its numbers are written in, if the partner has no page: then it
     *     confirms the draft by a message
     * @param photograph that came with the message; {@code null} for none
     * @throws Refused if the photograph is no picture
     */
    @Transactional(label = "fieldwork.paste")
    public PartnerEntryId create(
            OrganisationId organisation,
            PartnerEntryKind kind,
            String message,
            String language,
            Country country,
            @Nullable Upload photograph) {
        LatestLink link = links.findLatest(organisation).orElse(new LatestLink(language, country.code()));
        String today = settings.today().toString();
        SentEntry sent =
                new SentEntry(null, kind.name(), today, null, message, null, null, null, null, null, null, null);
        PartnerEntryId draft = repository.insert(
                new EntryOrigin(organisation, null, link.language(), link.country(), "", 0, 0, null),
                PartnerEntryState.DRAFT,
                sent.read(CountryNumbers.of(new Country(link.country()), link.language())));
        if (photograph != null) {
            photographs.replace(draft.value(), photograph);
        }
        return draft;
    }

    /**
     * Writes a draft as the partner confirmed it in a message or by voice; then it waits for us as if it came from its page.
     *
     * @throws Refused if it is no draft any more
     * @throws org.convergence.platform.database.EditConflict if it changed meanwhile
     */
    @Transactional(label = "fieldwork.confirm")
    public void confirm(PartnerEntryId id, int version, SentEntry sent) {
        PartnerEntryRow draft = requireDraft(id);
        repository.correct(
                id,
                version,
                draft.organisation(),
                sent.read(CountryNumbers.of(new Country(draft.country()), draft.language())),
                false);
    }

    /**
     * Deletes a draft, with its photograph: it was pasted by mistake, or the partner does not want it told.
     *
     * @throws Refused if it is no draft any more
     */
    @Transactional(label = "fieldwork.discard")
    public void discard(PartnerEntryId id) {
        DocumentId photograph = requireDraft(id).document();
        db.sql("DELETE FROM cooperation.fieldwork_entry WHERE id = ?")
                .param(id.value())
                .update();
        if (photograph != null) {
            photographs.discard(id.value(), photograph);
        }
    }

    private PartnerEntryRow requireDraft(PartnerEntryId id) {
        repository.lock(id);
        PartnerEntryRow entry = queries.findById(id);
        if (entry.state() != PartnerEntryState.DRAFT) {
            throw new Refused("fieldwork.refused.changed");
        }
        return entry;
    }
}
