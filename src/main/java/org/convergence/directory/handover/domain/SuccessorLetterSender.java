package org.convergence.directory.handover.domain;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.handover.domain.HandoverService.HandoverPreview;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Writes to successors in their language: a link, without any detail of what they take over. */
@Component
record SuccessorLetterSender(
        ContactLookup contactLookup,
        Outbox outbox,
        MailingService mailings,
        LetterStatusService statuses,
        RecipientWords recipientWords,
        OrganisationSettings settings,
        BaseUrl baseUrl) {

    private static final String PURPOSE = "handover_passed";

    /** The recipients of the letters, each with the number of items that pass to them. */
    HandoverPreview preview(Map<PersonId, Long> successors) {
        List<PersonContact> reached = contactLookup.findContacts(successors.keySet()).values().stream()
                .sorted(Comparator.comparing(each -> each.who().name()))
                .toList();
        Map<Addressee, PersonContact> addressees = new LinkedHashMap<>();
        reached.forEach(each ->
                addressees.put(new Addressee(each.who().id().value(), each.who().name(), each.mail()), each));
        return new HandoverPreview(
                reached.stream()
                        .map(each -> new HandoverPreview.Successor(
                                each.who().id().value(),
                                each.who().name(),
                                Math.toIntExact(
                                        successors.getOrDefault(each.who().id(), 0L))))
                        .toList(),
                mailings.preview(
                        null,
                        addressees.keySet(),
                        to -> write(Objects.requireNonNull(addressees.get(to)), "[[link]]")));
    }

    /** Marks the letters to these successors as delivered by post or by hand, and returns their number. */
    int markDelivered(HandoverId id, Collection<UUID> successors, LetterDelivery delivery) {
        return statuses.markDelivered(PURPOSE, records(id, successors), delivery);
    }

    /** Undoes the noted delivery of the letter to a successor, and returns the number undone. */
    int undoDelivered(HandoverId id, UUID successor) {
        return statuses.undoDelivered(PURPOSE, records(id, List.of(successor))).size();
    }

    /** Posts a letter to each successor, and returns how many have no address. */
    int write(HandoverId id, Collection<PersonId> successors) {
        int unreached = 0;
        for (PersonContact reach : contactLookup.findContacts(successors).values()) {
            String mail = reach.mail();
            if (mail == null) {
                unreached++;
            } else {
                LetterText text = write(reach, baseUrl.value() + "/directory/handover/" + id.value());
                outbox.post(new Letter(mail, text, PURPOSE, null)
                        .regarding(PURPOSE, record(id, reach.who().id().value())));
            }
        }
        return unreached;
    }

    /** The id that a letter regards: a hand-over and one of its successors. */
    private static UUID record(HandoverId id, UUID successor) {
        return UUID.nameUUIDFromBytes((id.value() + "/" + successor).getBytes(StandardCharsets.UTF_8));
    }

    /** The letter states by successor, in the given order; successors without a letter are left out. */
    Map<UUID, LetterStatus> statuses(HandoverId id, Collection<UUID> successors) {
        Map<UUID, LetterStatus> known = statuses.findByRecords(PURPOSE, records(id, successors));
        Map<UUID, LetterStatus> found = new LinkedHashMap<>();
        for (UUID each : successors) {
            LetterStatus status = known.get(record(id, each));
            if (status != null) {
                found.put(each, status);
            }
        }
        return found;
    }

    /** Takes back the waiting letters, and returns their number. */
    int takeBack(HandoverId id, Collection<UUID> successors) {
        return statuses.takeBack(PURPOSE, records(id, successors));
    }

    private static List<UUID> records(HandoverId id, Collection<UUID> successors) {
        return successors.stream().map(each -> record(id, each)).toList();
    }

    private LetterText write(PersonContact reach, String link) {
        Words t = recipientWords.forLanguage(reach.language());
        return new LetterText(
                t.say("handover.letter.subject"),
                t.say(
                        "handover.letter.text",
                        reach.who().name(),
                        settings.current().name(),
                        link),
                t);
    }
}
