package org.convergence.education.internship.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipCallState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.ReaderLinkRepository.ReaderProgress;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
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
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails readers without an account the link by which they read the files of a call, and takes links back. */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class ReaderInvitationService {

    /** The purpose, the completer, and the matter of letters. */
    static final String NAME = "internship_reader";

    private static final String CLOSES = "closes-";
    private static final String DECIDES = "decides-";

    private final InternshipCallRepository calls;
    private final ReaderLinkRepository links;
    private final AccountActors accounts;
    private final ContactLookup contacts;
    private final LetterStatusService statuses;
    private final MailingService mailings;
    private final Outbox outbox;
    private final PublicLanguages languages;
    private final OrganisationSettings settings;

    ReaderInvitationService(
            InternshipCallRepository calls,
            ReaderLinkRepository links,
            AccountActors accounts,
            ContactLookup contacts,
            LetterStatusService statuses,
            MailingService mailings,
            Outbox outbox,
            PublicLanguages languages,
            OrganisationSettings settings) {
        this.calls = calls;
        this.links = links;
        this.accounts = accounts;
        this.contacts = contacts;
        this.statuses = statuses;
        this.mailings = mailings;
        this.outbox = outbox;
        this.languages = languages;
        this.settings = settings;
    }

    /**
     * A reader of a call.
     *
     * @param id of the reader of this call
     * @param mail {@code null} if none is known
     * @param hasLink whether a link that left opens the files
     * @param letter the last letter with a link; {@code null} for none
     * @param done the files that the reader scored
     */
    public record CallReader(
            UUID id,
            String name,
            boolean hasAccount,
            @Nullable String mail,
            @Nullable String language,
            boolean hasLink,
            @Nullable LetterStatus letter,
            int done,
            int files) {

        /** Whether the reader can read neither with an account nor by a link. */
        public boolean isUnreachable() {
            return !hasAccount && mail == null;
        }

        /** Whether a link is to be sent. */
        public boolean isWithoutLink() {
            return !hasAccount && mail != null && !hasLink && !isOnItsWay();
        }

        /** Whether a letter with a link waits. */
        public boolean isOnItsWay() {
            return letter != null && letter.queued();
        }
    }

    @Transactional(readOnly = true)
    public List<CallReader> findReaders(InternshipCallId call) {
        List<ReaderProgress> all = links.findProgress(call);
        List<PersonId> people = all.stream().map(ReaderProgress::person).toList();
        Map<PersonId, PersonContact> reached = contacts.findContacts(people);
        Map<UUID, UUID> known =
                accounts.findByPersons(people.stream().map(PersonId::value).toList());
        Map<UUID, LetterStatus> letters = statuses.findByRecords(
                NAME, all.stream().map(ReaderProgress::id).toList());
        List<CallReader> readers = new ArrayList<>();
        for (ReaderProgress each : all) {
            PersonContact contact = reached.get(each.person());
            if (contact != null) {
                readers.add(new CallReader(
                        each.id(),
                        contact.who().name(),
                        known.containsKey(each.person().value()),
                        contact.mail(),
                        contact.language(),
                        each.hasLink(),
                        letters.get(each.id()),
                        each.done(),
                        each.files()));
            }
        }
        return readers;
    }

    /** Previews {@link #send}. */
    @Transactional(readOnly = true)
    public MailingPreview preview(InternshipCallId id) {
        InternshipCall call = calls.findById(id);
        List<CallReader> readers = findWithoutLink(call);
        return mailings.preview(
                null,
                readers.stream()
                        .map(each -> new Addressee(each.id(), each.name(), each.mail()))
                        .toList(),
                to -> {
                    Words t = readers.stream()
                            .filter(each -> each.id().equals(to.party()))
                            .findFirst()
                            .map(this::words)
                            .orElseThrow();
                    return write(call, to.name(), call.closesOn(), call.decidesOn(), t);
                });
    }

    private List<CallReader> findWithoutLink(InternshipCall call) {
        if (call.state() != InternshipCallState.PUBLISHED) {
            throw new Refused("internship.refused.state");
        }
        return findReaders(call.id()).stream().filter(CallReader::isWithoutLink).toList();
    }

    /**
     * Mails the link to the readers who have neither an account nor a link.
     *
     * @return their number
     * @throws Refused unless files are read, or if nobody is left
     */
    @Transactional(label = "internship.invite-readers")
    public int send(InternshipCallId id) {
        InternshipCall call = calls.lock(id);
        List<CallReader> readers = findWithoutLink(call);
        if (readers.isEmpty()) {
            throw new Refused("internship.refused.no-reader");
        }
        for (CallReader each : readers) {
            Words t = words(each);
            if (each.mail() != null) {
                outbox.post(new Letter(
                                each.mail(),
                                write(call, each.name(), mark(CLOSES, t), mark(DECIDES, t), t),
                                NAME,
                                new Letter.Completion(NAME, each.id()))
                        .regarding(NAME, each.id()));
            }
        }
        return readers.size();
    }

    /** The page is in French and English. */
    private Words words(CallReader reader) {
        return languages.wordsFor(
                Language.SPANISH.code().equals(reader.language()) ? Language.FRENCH.code() : reader.language());
    }

    /** A day that is filled in when the letter leaves, in the language of the letter. */
    private static String mark(String day, Words t) {
        return "[[" + day + t.language().code() + "]]";
    }

    private LetterText write(InternshipCall call, String name, Object closes, Object decides, Words t) {
        return LetterText.of(
                t.say("internship.reader.letter.subject", call.title(t)),
                List.of(
                        new LetterBlock.LetterParagraph(t.say("internship.reader.letter.hello", name)),
                        new LetterBlock.LetterParagraph(
                                t.say("internship.reader.letter", call.title(t), closes, decides)),
                        new LetterBlock.Button(t.say("internship.reader.letter.button"), "[[link]]"),
                        new LetterBlock.LetterParagraph(t.say("internship.reader.letter.care", call.contact())),
                        new LetterBlock.Signature(settings.current().name())),
                t);
    }

    /** Takes a reader's link back, and the letter that carries it if it has not left; what is scored stays. */
    @Transactional(label = "internship.revoke-reader")
    public void revoke(InternshipCallId call, UUID reader) {
        if (!links.revoke(call, reader)) {
            throw new NotFound("internship");
        }
        statuses.takeBack(NAME, List.of(reader));
    }

    /** Makes the link when the letter leaves, and says the days of the call as they are then; none leaves once the call is decided, or the reader is no longer one. */
    @Component
    record ReaderLinkCompleter(
            ObjectProvider<ReaderLinkRepository> links,
            InternshipCallRepository calls,
            PublicLanguages languages,
            BaseUrl baseUrl)
            implements BodyCompleter {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            return links.getObject().isReading(letter.subject())
                    ? Optional.empty()
                    : Optional.of("internship.reader.letter.withheld");
        }

        @Override
        public Map<String, String> complete(UUID reader) {
            InternshipCall call = calls.findById(links.getObject().findCall(reader));
            Map<String, String> values = new HashMap<>();
            values.put(
                    "link",
                    baseUrl.value() + ReaderLinkService.PATH + links.getObject().issue(reader));
            for (Language each : Language.values()) {
                Words t = languages.wordsFor(each.code());
                values.put(CLOSES + each.code(), t.date(call.closesOn()));
                values.put(DECIDES + each.code(), t.date(call.decidesOn()));
            }
            return values;
        }
    }
}
