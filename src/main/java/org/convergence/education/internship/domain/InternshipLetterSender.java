package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipCallState;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
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
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters to candidates, in their language: the link, the receipt, and the answer of the committee, shown first. */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class InternshipLetterSender {

    /** The purpose, the completer, and the matter of letters. */
    static final String NAME = "internship_file";

    /** A condition in SQL on a file {@code a}: the letter with its answer reached nobody, and the answer is to be told otherwise. */
    public static final String UNTOLD =
            "a.state IN ('CHOSEN', 'RESERVE', 'NOT_RETAINED') AND a.told_on IS NOT NULL AND "
                    + LetterStatusService.untold(
                            "a.id",
                            "a.mail",
                            "l.matter = 'internship_file' AND l.purpose = 'internship_' || lower(a.state)");

    private static final String LINK = "link";
    private static final String RECEIPT = "receipt";

    /** The kinds of letters: before the decision, and its answers. */
    private static final List<String> KINDS = List.of(
            LINK,
            RECEIPT,
            InternshipFileState.CHOSEN.name(),
            InternshipFileState.RESERVE.name(),
            InternshipFileState.NOT_RETAINED.name());

    private final InternshipCallRepository calls;
    private final InternshipFileRepository files;
    private final MailingService mailings;
    private final Outbox outbox;
    private final LetterStatusService statuses;
    private final PublicLanguages languages;
    private final OrganisationSettings settings;

    InternshipLetterSender(
            InternshipCallRepository calls,
            InternshipFileRepository files,
            MailingService mailings,
            Outbox outbox,
            LetterStatusService statuses,
            PublicLanguages languages,
            OrganisationSettings settings) {
        this.calls = calls;
        this.files = files;
        this.mailings = mailings;
        this.outbox = outbox;
        this.statuses = statuses;
        this.languages = languages;
        this.settings = settings;
    }

    void postLink(InternshipFile file, InternshipCall call) {
        post(file, call, LINK);
    }

    void postReceipt(InternshipFile file, InternshipCall call) {
        post(file, call, RECEIPT);
    }

    private void post(InternshipFile file, InternshipCall call, String kind) {
        Words t = languages.wordsFor(file.language());
        outbox.post(new Letter(
                        file.mail(),
                        t.say("public.internship.letter." + kind + ".subject", call.title(t)),
                        LetterContent.of(t, write(file, "[[text-" + kind + "]]", t)),
                        purpose(kind),
                        new Letter.Completion(NAME, file.id().value()))
                .regarding(NAME, file.id().value())
                .hidingSubject());
    }

    private static String purpose(String kind) {
        return "internship_" + kind.toLowerCase(Locale.ROOT);
    }

    /** The text of a letter that leaves on this day: it promises no day that is over. */
    private static String text(InternshipCall call, String kind, LocalDate today, Words t) {
        return t.say(
                "public.internship.letter." + kind,
                call.title(t),
                call.closesOn(),
                call.decidesOn(),
                call.contact(),
                !call.closesOn().isBefore(today) ? "OPEN" : !call.decidesOn().isBefore(today) ? "CLOSED" : "LATE");
    }

    private List<LetterBlock> write(InternshipFile file, String text, Words t) {
        return List.of(
                new LetterBlock.LetterParagraph(t.say("public.internship.letter.hello", file.name())),
                new LetterBlock.LetterParagraph(text),
                new LetterBlock.Button(t.say("public.internship.letter.button"), "[[link]]"),
                new LetterBlock.Signature(settings.current().name()));
    }

    /** The letters of candidates with an answer who were told, by their state. */
    @Transactional(readOnly = true)
    public LetterSummary summarize(InternshipCallId id, InternshipFileState answer) {
        return statuses.summarize(
                NAME,
                files.findSent(id).stream()
                        .filter(each -> each.state() == answer && each.toldOn() != null)
                        .map(each -> each.id().value())
                        .toList());
    }

    /** The files whose answer reached nobody by letter, and was not told otherwise. */
    @Transactional(readOnly = true)
    public List<InternshipFile> findUntold(InternshipCallId id) {
        return files.findUntold(id);
    }

    /**
     * Notes that a candidate was told the answer by telephone or face to face.
     *
     * @return its call
     * @throws Refused if nothing is to be told
     */
    @Transactional(label = "internship.mark-told")
    public InternshipCallId markTold(InternshipFileId id) {
        InternshipFile file = files.findById(id);
        if (files.findUntold(file.call()).stream().noneMatch(each -> each.id().equals(id))) {
            throw new Refused("mail.refused.told");
        }
        statuses.markTold(NAME, purpose(file.state().name()), id.value());
        return file.call();
    }

    /** Takes {@link #markTold} back. */
    @Transactional(label = "internship.undo-told")
    public InternshipCallId undoTold(InternshipFileId id) {
        statuses.undoDelivered(NAME, List.of(id.value()));
        return files.findById(id).call();
    }

    /**
     * Previews {@link #tell}.
     *
     * @param answer chosen, reserve or not retained
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(InternshipCallId id, InternshipFileState answer) {
        InternshipCall call = calls.findById(id);
        List<InternshipFile> untold = untold(call, answer);
        return mailings.preview(
                null,
                untold.stream()
                        .map(each -> new Addressee(each.id().value(), each.name(), each.mail()))
                        .toList(),
                to -> {
                    InternshipFile file = untold.stream()
                            .filter(each -> each.id().value().equals(to.party()))
                            .findFirst()
                            .orElseThrow();
                    Words t = languages.wordsFor(file.language());
                    return new LetterText(
                            t.say("public.internship.letter." + answer + ".subject", call.title(t)),
                            LetterContent.of(t, write(file, text(call, answer.name(), settings.today(), t), t))
                                    .plainText(),
                            t);
                });
    }

    private List<InternshipFile> untold(InternshipCall call, InternshipFileState answer) {
        if (call.state() != InternshipCallState.DECIDED) {
            throw new Refused("internship.refused.state");
        }
        return files.findSent(call.id()).stream()
                .filter(each -> each.state() == answer && each.toldOn() == null)
                .toList();
    }

    /**
     * Sends the answer of the committee to those with this answer who were not told yet.
     *
     * @return their number
     * @throws Refused before the decision, or if nobody is left
     */
    @Transactional(label = "internship.tell")
    public int tell(InternshipCallId id, InternshipFileState answer) {
        InternshipCall call = calls.lock(id);
        List<InternshipFile> untold = untold(call, answer);
        if (untold.isEmpty()) {
            throw new Refused("internship.refused.nobody");
        }
        untold.forEach(each -> {
            post(each, call, answer.name());
            files.setTold(each.id(), settings.today());
        });
        return untold.size();
    }

    /**
     * Makes the link when the letter leaves, and says the days of the call as they are then. None leaves for a file that was
     * withdrawn, destroyed or answered otherwise, after the call is closed, or after the stay; the one that says that a file is
     * begun does not leave once the file is sent.
     */
    @Component
    record InternshipLinkCompleter(
            ObjectProvider<InternshipFileRepository> files,
            InternshipCallRepository calls,
            PublicLanguages languages,
            OrganisationSettings settings,
            BaseUrl baseUrl)
            implements BodyCompleter {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            InternshipFile file;
            try {
                file = files.getObject().findById(new InternshipFileId(letter.subject()));
            } catch (NotFound destroyed) {
                return Optional.of("internship.letter.withheld");
            }
            InternshipCall call = calls.findById(file.call());
            LocalDate today = settings.today();
            if (file.state() == InternshipFileState.WITHDRAWN) {
                return Optional.of("internship.letter.withheld");
            }
            if (calls.findStay(call).endsOn().isBefore(today)) {
                return Optional.of("internship.letter.withheld.over");
            }
            if (letter.purpose().equals(purpose(LINK))) {
                if (file.state() == InternshipFileState.SUBMITTED) {
                    return Optional.of("internship.letter.withheld.sent");
                }
                return call.closesOn().isBefore(today)
                        ? Optional.of("internship.letter.withheld.closed")
                        : Optional.empty();
            }
            String now = file.state() == InternshipFileState.SUBMITTED
                    ? RECEIPT
                    : file.state().name();
            return letter.purpose().equals(NAME) || letter.purpose().equals(purpose(now))
                    ? Optional.empty()
                    : Optional.of("internship.letter.withheld.answer");
        }

        @Override
        public Map<String, String> complete(UUID subject) {
            InternshipFile file = files.getObject().findById(new InternshipFileId(subject));
            InternshipCall call = calls.findById(file.call());
            Words t = languages.wordsFor(file.language());
            Map<String, String> values = new HashMap<>();
            values.put(
                    "link",
                    baseUrl.value()
                            + CandidateLinkService.PATH
                            + files.getObject().issueLink(file.id()));
            KINDS.forEach(kind -> values.put("text-" + kind, text(call, kind, settings.today(), t)));
            return values;
        }
    }
}
