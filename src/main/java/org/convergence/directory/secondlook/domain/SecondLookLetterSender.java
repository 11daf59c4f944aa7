package org.convergence.directory.secondlook.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.secondlook.domain.SecondLookInvitation.SecondLookInvitationId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The letter that asks a person to read a text. */
@Component
record SecondLookLetterSender(
        ContactLookup contacts,
        MailingService mailings,
        Outbox outbox,
        LetterStatusService statuses,
        PublicLanguages languages,
        OrganisationSettings settings) {

    /** The matter and the purpose of these letters. */
    static final String MATTER = "secondlook";

    /** @throws Refused if no address of the person is known */
    PersonContact requireContact(PersonId person) {
        PersonContact contact = contacts.findContacts(List.of(person)).get(person);
        if (contact == null || contact.mail() == null) {
            throw new Refused("secondlook.refused.no-address");
        }
        return contact;
    }

    MailingPreview preview(String title, PersonId person) {
        PersonContact contact = requireContact(person);
        return mailings.preview(
                null,
                List.of(new Addressee(person.value(), contact.who().name(), contact.mail())),
                each -> write(title, contact));
    }

    private LetterText write(String title, PersonContact contact) {
        Words t = languages.wordsFor(contact.language());
        return LetterText.of(
                t.say("public.secondlook.letter.subject"),
                List.of(
                        new LetterBlock.LetterParagraph(t.say(
                                "public.secondlook.letter.text",
                                settings.current().name(),
                                title)),
                        new LetterBlock.Button(t.say("public.secondlook.letter.open"), "[[link]]")),
                t);
    }

    void post(PersonContact contact, SecondLookInvitationId invitation) {
        outbox.post(new Letter(
                        Objects.requireNonNull(contact.mail()),
                        write("[[title]]", contact),
                        MATTER,
                        new Letter.Completion(MATTER, invitation.value()))
                .regarding(MATTER, invitation.value()));
    }

    /** Withholds the letter, if it waits. */
    void takeBack(SecondLookInvitationId invitation) {
        statuses.takeBack(MATTER, List.of(invitation.value()));
    }

    /** Makes the link when the letter leaves; one to which no answer may come any longer is withheld. */
    @Bean
    static BodyCompleter secondLookLinkCompleter(
            ObjectProvider<SecondLookRepository> invitations,
            ObjectProvider<SecondLookService> looks,
            BaseUrl baseUrl) {
        return BodyCompleter.of(
                MATTER,
                letter -> CurrentActor.callAs(
                        SecondLookService.BY_LINK, () -> looks.getObject().isAwaited(letter.subject())),
                "secondlook.letter.withheld",
                invitation -> Map.of(
                        "title",
                        CurrentActor.callAs(
                                SecondLookService.BY_LINK,
                                () -> looks.getObject().findTitle(invitation)),
                        "link",
                        baseUrl.value()
                                + SecondLookService.PATH
                                + invitations.getObject().issueLink(invitation)));
    }
}
