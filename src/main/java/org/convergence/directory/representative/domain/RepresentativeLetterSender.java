package org.convergence.directory.representative.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.representative.RepresentativePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the link to a representative: one letter in their language, shown first, completed when it leaves, and taken
 * back until then.
 */
@Service
@Transactional
@Requires(RepresentativePermissions.KEEP)
public class RepresentativeLetterSender {

    static final String PURPOSE = "representative_link";

    private final OrganisationQueries organisations;
    private final ContactLookup contactLookup;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;
    private final PublicLanguages words;
    private final Outbox outbox;
    private final MailingService mailings;
    private final LetterStatusService statuses;

    RepresentativeLetterSender(
            OrganisationQueries organisations,
            ContactLookup contactLookup,
            PeopleDirectory people,
            OrganisationSettings settings,
            PublicLanguages words,
            Outbox outbox,
            MailingService mailings,
            LetterStatusService statuses) {
        this.organisations = organisations;
        this.contactLookup = contactLookup;
        this.people = people;
        this.settings = settings;
        this.words = words;
        this.outbox = outbox;
        this.mailings = mailings;
        this.statuses = statuses;
    }

    /** The people a link can be sent to: they hold a function in the organisation today, and have an address. */
    @Transactional(readOnly = true)
    public Collection<PersonContact> findRecipients(OrganisationId organisation) {
        List<PersonId> held = organisations.findFunctions(organisation, settings.today(), false).stream()
                .map(each -> each.person().id())
                .distinct()
                .toList();
        return contactLookup.findContacts(held).values().stream()
                .filter(each -> each.mail() != null)
                .toList();
    }

    /**
     * Previews {@link #send}.
     *
     * @throws Refused if the person holds no function there, or has no address
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(OrganisationId organisation, PersonId person) {
        PersonContact to = findRecipient(organisation, person);
        return mailings.preview(
                null,
                List.of(new Addressee(person.value(), to.who().name(), to.mail())),
                each -> write(organisation, to));
    }

    /** @throws Refused if the person holds no function there, or has no address */
    public void send(OrganisationId organisation, PersonId person) {
        PersonContact to = findRecipient(organisation, person);
        outbox.post(new Letter(
                        Objects.requireNonNull(to.mail()),
                        write(organisation, to),
                        PURPOSE,
                        new Letter.Completion(PURPOSE, organisation.value()))
                .regarding(PURPOSE, organisation.value()));
    }

    /** Takes back the letters that have not left, and returns their number. */
    public int takeBack(OrganisationId organisation) {
        return statuses.takeBack(PURPOSE, List.of(organisation.value()));
    }

    /** The status of the last letter; {@code null} where there was none. */
    @Transactional(readOnly = true)
    public @Nullable LetterStatus findStatus(OrganisationId organisation) {
        return statuses.findByRecord(PURPOSE, organisation.value());
    }

    private PersonContact findRecipient(OrganisationId organisation, PersonId person) {
        return findRecipients(organisation).stream()
                .filter(each -> each.who().id().equals(person))
                .findFirst()
                .orElseThrow(() -> new Refused("representative.refused.unreachable"));
    }

    private LetterText write(OrganisationId organisation, PersonContact to) {
        OrganisationName name = people.organisationNames(List.of(organisation)).get(organisation);
        if (name == null) {
            throw new NotFound("organisation");
        }
        Words t = words.wordsFor(to.language());
        String house = settings.current().name();
        return new LetterText(
                t.say("public.representative.letter.subject", name.brief()),
                t.say("public.representative.letter.text", name.name(), house, RepresentativeLinkService.DAYS)
                        + "\n\n[[link]]\n\n" + house,
                t);
    }

    /**
     * Creates the link when the letter leaves, so that no secret is stored in the outbox; none for an address that no
     * longer belongs to a representative.
     */
    @Bean
    static BodyCompleter representativeLinkCompleter(
            ObjectProvider<RepresentativeLinkService> links, ObjectProvider<RepresentativeLetterSender> letters) {
        return BodyCompleter.of(
                PURPOSE,
                letter -> letters.getObject().findRecipients(new OrganisationId(letter.subject())).stream()
                        .anyMatch(each -> letter.to().equals(each.mail())),
                "representative.letter.withheld.ended",
                organisation -> Map.of(
                        "link",
                        links.getObject()
                                .create(new OrganisationId(organisation))
                                .toString()));
    }
}
