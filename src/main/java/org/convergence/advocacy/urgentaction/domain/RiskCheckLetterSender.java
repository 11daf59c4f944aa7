package org.convergence.advocacy.urgentaction.domain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks a second person by letter to check the risk of an urgent action, behind a link. */
@Service
@Transactional
@Requires(UrgentActionPermissions.EDIT)
public class RiskCheckLetterSender {

    /** The matter and the purpose of these letters. */
    private static final String CHECK = "urgentaction_check";

    private final UrgentActionRepository repository;
    private final ContactLookup contacts;
    private final MailingService mailings;
    private final LetterStatusService statuses;
    private final Outbox outbox;
    private final PublicLanguages languages;
    private final OrganisationSettings settings;

    RiskCheckLetterSender(
            UrgentActionRepository repository,
            ContactLookup contacts,
            MailingService mailings,
            LetterStatusService statuses,
            Outbox outbox,
            PublicLanguages languages,
            OrganisationSettings settings) {
        this.repository = repository;
        this.contacts = contacts;
        this.mailings = mailings;
        this.statuses = statuses;
        this.outbox = outbox;
        this.languages = languages;
        this.settings = settings;
    }

    /**
     * Previews the letter that asks a person to check the risk.
     *
     * @throws Refused if no address of the person is known
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(UrgentActionId id, PersonId person) {
        UrgentAction action = repository.findById(id);
        PersonContact contact = requireContact(person);
        return mailings.preview(
                null,
                List.of(new Addressee(person.value(), contact.who().name(), contact.mail())),
                each -> write(action, contact));
    }

    private PersonContact requireContact(PersonId person) {
        PersonContact contact = contacts.findContacts(List.of(person)).get(person);
        if (contact == null || contact.mail() == null) {
            throw new Refused("urgentaction.refused.no-address");
        }
        return contact;
    }

    private LetterText write(UrgentAction action, PersonContact contact) {
        Words t = languages.wordsFor(contact.language());
        return LetterText.of(
                t.say("public.urgentaction.check.subject", action.code()),
                List.of(
                        new LetterBlock.LetterParagraph(t.say(
                                "public.urgentaction.check.ask",
                                settings.current().name())),
                        new LetterBlock.Button(t.say("public.urgentaction.check.open"), "[[link]]")),
                t);
    }

    /** @throws Refused if no address of the person is known */
    void ask(UrgentAction action, PersonId person, UUID link) {
        PersonContact contact = requireContact(person);
        outbox.post(new Letter(
                        Objects.requireNonNull(contact.mail()),
                        write(action, contact),
                        CHECK,
                        new Letter.Completion(SignOnLetterSender.LINK, link))
                .regarding(CHECK, action.id().value())
                .hidingSubject()
                .urgently());
    }

    /** The last letter that asked for a check; {@code null} for none. */
    @Transactional(readOnly = true)
    @Requires(UrgentActionPermissions.READ)
    public @Nullable LetterStatus findLast(UrgentActionId id) {
        return statuses.findByRecord(CHECK, id.value());
    }
}
