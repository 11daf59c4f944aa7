package org.convergence.outreach.media.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentChecker;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.domain.MediaQueries.MediaContact;
import org.convergence.outreach.media.domain.MediaQueries.MediaContactId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes press contacts, and what allows us to write to them. */
@Service
@Transactional
@Requires(MediaPermissions.EDIT)
public class MediaContactService {

    static final String CONTACTS = "outreach.media_contact";

    private final PeopleDirectory people;
    private final ConsentLedgerService ledger;
    private final ConsentChecker checker;
    private final RecipientWords words;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    MediaContactService(
            PeopleDirectory people,
            ConsentLedgerService ledger,
            ConsentChecker checker,
            RecipientWords words,
            OrganisationSettings settings,
            JdbcClient db) {
        this.people = people;
        this.ledger = ledger;
        this.checker = checker;
        this.words = words;
        this.settings = settings;
        this.db = db;
    }

    /**
     * Notes that a person works for the press.
     *
     * @param id {@code null} for a new contact
     * @param publishedAt where the work address is published, which allows us to write to it about the press (R-CASL-7);
     *     {@code null} for nothing new
     * @throws Refused if the person is a press contact already
     */
    @Transactional(label = "media.save-contact")
    public MediaContactId save(
            @Nullable MediaContactId id,
            int version,
            PersonId person,
            ChosenParties<OrganisationId> outlet,
            String themes,
            Collection<String> countries,
            @Nullable String note,
            @Nullable String publishedAt) {
        people.lock(person);
        boolean isContact = db.sql(
                        "SELECT EXISTS (SELECT FROM outreach.media_contact WHERE person = :person AND id IS DISTINCT FROM :id)")
                .param("person", person.value())
                .param("id", id == null ? null : id.value())
                .query(Boolean.class)
                .single();
        if (isContact) {
            throw new Refused("media.refused.contact");
        }
        OrganisationId known = outlet.first();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("person", person);
        values.put(
                "outlet",
                outlet.isEmpty() || known != null
                        ? known
                        : people.findOrCreateOrganisation(outlet.newcomers().get(0)));
        values.put("themes", themes);
        values.put("countries", countries);
        values.put("note", note);
        if (publishedAt != null) {
            recordPublished(person, themes, publishedAt);
        }
        return new MediaContactId(VersionedRow.save(db, CONTACTS, id, version, values));
    }

    /** Notes that a person works for the press no longer; the person stays in the directory. */
    @Transactional(label = "media.remove-contact")
    public void remove(MediaContactId id) {
        db.sql("DELETE FROM outreach.media_contact WHERE id = ?")
                .param(id.value())
                .update();
    }

    /** Notes that the work address of a contact is published, for what concerns the press (R-CASL-7). */
    private void recordPublished(PersonId person, String themes, String publishedAt) {
        ledger.record(new ConsentRecord(
                person,
                ConsentChannel.MAIL,
                null,
                Basis.PUBLISHED,
                settings.today(),
                null,
                ConsentMethod.FORM,
                null,
                null,
                publishedAt,
                words.forOrganisation().say("media.contact.role", themes),
                null));
    }

    /** Which contacts may not be written to, and why. What else keeps a release from a contact, its segment tells. */
    @Transactional(readOnly = true)
    public Map<MediaContactId, ConsentReason> findSilent(Collection<MediaContact> contacts) {
        List<PersonId> all = contacts.stream().map(MediaContact::person).toList();
        Map<PersonId, ConsentDecision> decisions =
                checker.mayWrite(all, ConsentChannel.MAIL, Purpose.NEWS, settings.today());
        Map<MediaContactId, ConsentReason> silent = new HashMap<>();
        for (MediaContact each : contacts) {
            ConsentDecision decision = decisions.get(each.person());
            if (decision != null && !decision.allowed()) {
                silent.put(each.id(), decision.reason());
            }
        }
        return silent;
    }
}
