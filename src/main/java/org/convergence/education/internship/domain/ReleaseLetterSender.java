package org.convergence.education.internship.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.OrganisationContact;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.ReleaseState;
import org.convergence.education.internship.domain.InternshipCall.InternshipStay;
import org.convergence.education.internship.domain.InternshipFile.InternRelease;
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
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the sending union for the release of an intern (R-EDU-7): the days, and what they cost. The letter goes to the
 * union's own address and concerns its function (R-CASL-7).
 */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class ReleaseLetterSender {

    /** The purpose, the completer, and the matter of letters. */
    static final String NAME = "internship_release";

    /** The mark for the days that are asked for. */
    private static final String REQUEST = "request";

    private final InternshipCallRepository calls;
    private final InternshipFileRepository files;
    private final ContactLookup contacts;
    private final MailingService mailings;
    private final Outbox outbox;
    private final LetterStatusService statuses;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    ReleaseLetterSender(
            InternshipCallRepository calls,
            InternshipFileRepository files,
            ContactLookup contacts,
            MailingService mailings,
            Outbox outbox,
            LetterStatusService statuses,
            RecipientWords words,
            OrganisationSettings settings) {
        this.calls = calls;
        this.files = files;
        this.contacts = contacts;
        this.mailings = mailings;
        this.outbox = outbox;
        this.statuses = statuses;
        this.words = words;
        this.settings = settings;
    }

    /** A release to ask for, and where the union reads mail. */
    private record AskedUnion(
            InternshipFile file,
            InternRelease release,
            InternshipCall call,
            OrganisationContact contact,
            String mail) {}

    private AskedUnion requireAsked(InternshipFile file) {
        InternRelease release = file.release();
        if (file.state() != InternshipFileState.CHOSEN) {
            throw new NotFound("internship");
        }
        if (release == null || release.state() != ReleaseState.ASKED) {
            throw new Refused("internship.refused.release-asked");
        }
        InternshipCall call = calls.findById(file.call());
        if (calls.findStay(call).endsOn().isBefore(settings.today())) {
            throw new Refused("internship.refused.release-over");
        }
        OrganisationId union = file.organisation();
        if (union == null) {
            throw new Refused("internship.refused.release-union");
        }
        OrganisationContact contact =
                contacts.findOrganisationContacts(List.of(union)).get(union);
        String mail = contact == null ? null : contact.firstMail();
        if (contact == null || mail == null) {
            throw new Refused("internship.refused.release-address");
        }
        return new AskedUnion(file, release, call, contact, mail);
    }

    /**
     * Previews {@link #ask}.
     *
     * @throws Refused if no release is noted as asked, the stay is over, or the directory has no address of the union
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(InternshipFileId id) {
        AskedUnion asked = requireAsked(files.findById(id));
        Words t = words.forOrganisation();
        return mailings.preview(
                null,
                List.of(new Addressee(
                        Objects.requireNonNull(asked.file().organisation()).value(),
                        asked.contact().who().name(),
                        asked.mail())),
                each -> write(
                        asked,
                        request(asked.file(), asked.release(), asked.call(), calls.findStay(asked.call()), t),
                        t));
    }

    /** The days that are asked for, and what they cost. */
    private static List<LetterBlock> request(
            InternshipFile file, InternRelease release, InternshipCall call, InternshipStay stay, Words t) {
        return List.of(
                new LetterBlock.LetterParagraph(t.say(
                        "internship.release.letter.ask",
                        file.name(),
                        call.title(t),
                        t.period(stay.startsOn(), stay.endsOn()),
                        release.days())),
                new LetterBlock.LetterParagraph(t.say(
                        "internship.release.letter.cost",
                        t.money(release.cost(), "CAD"),
                        t.money(release.dailyPay(), "CAD"),
                        t.decimal(release.charges()))));
    }

    private LetterText write(AskedUnion asked, List<LetterBlock> request, Words t) {
        List<LetterBlock> blocks = new ArrayList<>();
        blocks.add(new LetterBlock.LetterParagraph(t.say("internship.release.letter.hello")));
        blocks.addAll(request);
        blocks.add(new LetterBlock.LetterParagraph(
                t.say("internship.release.letter.answer", asked.call().contact())));
        blocks.add(new LetterBlock.Signature(settings.current().name()));
        return LetterText.of(
                t.say("internship.release.letter.subject", asked.file().name()), blocks, t);
    }

    /**
     * Asks the union, today.
     *
     * @throws Refused as in {@link #preview}, or if the last letter has not left yet
     */
    @Transactional(label = "internship.ask-release")
    public void ask(InternshipFileId id) {
        AskedUnion asked = requireAsked(files.lock(id));
        LetterStatus last = findLast(id);
        if (last != null && last.queued()) {
            throw new Refused("internship.refused.release-waits");
        }
        Words t = words.forOrganisation();
        outbox.post(new Letter(
                        asked.mail(),
                        write(asked, List.of(new LetterBlock.LetterParagraph("[[" + REQUEST + "]]")), t),
                        NAME,
                        new Letter.Completion(NAME, id.value()))
                .regarding(NAME, id.value())
                .hidingSubject());
        InternRelease release = asked.release();
        files.saveRelease(
                id,
                new InternRelease(
                        release.days(),
                        release.dailyPay(),
                        release.charges(),
                        settings.today(),
                        release.state(),
                        release.answeredOn(),
                        release.matchedIn()));
    }

    /** The last letter to the union; {@code null} for none. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ_NAMES)
    public @Nullable LetterStatus findLast(InternshipFileId id) {
        return statuses.findByRecord(NAME, id.value());
    }

    /**
     * Says the days and their cost as they are when the letter leaves. It is withheld once the union answered, the stay is
     * over, or the file is gone.
     */
    @Component
    record ReleaseLetterCompleter(
            ObjectProvider<InternshipFileRepository> files,
            InternshipCallRepository calls,
            RecipientWords words,
            OrganisationSettings settings)
            implements BodyCompleter {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            InternRelease release = null;
            try {
                InternshipFile file = files.getObject().findById(new InternshipFileId(letter.subject()));
                if (calls.findStay(calls.findById(file.call())).endsOn().isBefore(settings.today())) {
                    return Optional.of("internship.letter.withheld.over");
                }
                release = file.state() == InternshipFileState.CHOSEN ? file.release() : null;
            } catch (NotFound destroyed) {
                return Optional.of("internship.letter.withheld");
            }
            return release != null && release.state() == ReleaseState.ASKED
                    ? Optional.empty()
                    : Optional.of("internship.release.letter.withheld");
        }

        @Override
        public Map<String, List<LetterBlock>> blocks(UUID subject) {
            InternshipFile file = files.getObject().findById(new InternshipFileId(subject));
            InternshipCall call = calls.findById(file.call());
            return Map.of(
                    REQUEST,
                    request(
                            file,
                            Objects.requireNonNull(file.release()),
                            call,
                            calls.findStay(call),
                            words.forOrganisation()));
        }
    }
}
