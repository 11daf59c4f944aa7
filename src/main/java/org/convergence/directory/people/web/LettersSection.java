package org.convergence.directory.people.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.DirectoryContactLookup;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.AddressedLetter;
import org.convergence.platform.mail.MailPermissions;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On the page of a person or an organisation: what became of its last letters. Subjects only for the keepers of the
 * outbox.
 */
@Component
@Order(90)
@Requires(PeoplePermissions.READ_PEOPLE)
public record LettersSection(DirectoryContactLookup addresses, LetterStatusService letters, PageParts parts)
        implements PartySection {

    static final int SHOWN = 5;

    @Override
    public Optional<PageSection> show(Party party, Words t) {
        List<LettersPart.RecentLetterRow> rows =
                letters.findByRecipient(party.value(), addresses.findByParty(party), SHOWN).stream()
                        .map(each -> row(each, t))
                        .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageSection(
                        t.say("people.letters"), parts.render("directory/people/letters", t, new LettersPart(rows))));
    }

    private static LettersPart.RecentLetterRow row(AddressedLetter letter, Words t) {
        return new LettersPart.RecentLetterRow(
                LetterFormatter.purpose(letter.purpose(), t),
                CurrentActor.get().may(MailPermissions.KEEP) ? letter.subject() : "",
                letter.status());
    }

    /** The last letters to a person or an organisation. */
    public record LettersPart(List<RecentLetterRow> letters) {

        /**
         * A letter.
         *
         * @param subject empty where it was erased, or the reader may not see it
         */
        public record RecentLetterRow(String kind, String subject, LetterStatus status) {}
    }
}
