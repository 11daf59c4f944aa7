package org.convergence.outreach.website.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SealedPersonRecogniser;
import org.convergence.directory.people.SenderDirectory;
import org.convergence.directory.people.SenderDirectory.MailOwner;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.platform.redaction.NamePhrases;
import org.convergence.platform.settings.RecipientWords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds or enters visitors in the directory by a confirmed address. A visitor is never told that a person is protected:
 * what concerns one waits for a person of the team.
 */
@Component
record VisitorDirectory(
        SenderDirectory senders,
        PersonService people,
        ObjectProvider<SealedPersonRecogniser> sealed,
        RecipientWords words) {

    private static final int LONGEST_NAME = 100;

    /** As {@link #findOrCreate}, called by the first part of the address, unless that is the name of a protected person. */
    Optional<PersonId> findOrCreateSubscriber(String mail, String language) {
        String name = mail.substring(0, mail.indexOf('@'));
        return findOrCreate(
                isSealed(List.of(name), List.of()) ? words.forOrganisation().say("website.subscriber") : name,
                mail,
                language);
    }

    /** Empty if the address is of a protected person, or belongs to no single person. */
    Optional<PersonId> findOrCreate(String name, String mail, String language) {
        MailOwner owner = senders.findOwner(mail);
        // A visitor is not told that a person is protected.
        if (isSealed(List.of(), List.of(mail)) || (owner.known() && owner.person() == null)) {
            return Optional.empty();
        }
        if (owner.person() != null) {
            return Optional.of(owner.person());
        }
        int last = name.lastIndexOf(' ');
        List<ContactPoint> points = ContactPoint.read(mail, ContactSphere.PERSONAL, null)
                .map(List::of)
                .orElse(List.of());
        return Optional.of(people.create(new PersonFacts(
                cut(last < 0 ? name : name.substring(0, last)),
                cut(last < 0 ? "" : name.substring(last + 1)),
                null,
                null,
                List.of(language),
                points,
                null)));
    }

    private boolean isSealed(List<String> names, List<String> addresses) {
        return sealed.stream().anyMatch(each -> each.recognise(names, addresses).isPresent());
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() : name;
    }

    /** Whether a request comes from a protected person or names one, so that nothing of it is copied. */
    boolean isProtected(WebsiteRequest request, String mail) {
        String text =
                String.join("\n", request.label(), request.name(), Objects.requireNonNullElse(request.message(), ""));
        return isSealed(List.of(request.name()), List.of(mail))
                || isSealed(List.of(), List.of(mail))
                || sealed.stream()
                        .anyMatch(each ->
                                !each.findUnpublishable(NamePhrases.find(text)).isEmpty());
    }
}
