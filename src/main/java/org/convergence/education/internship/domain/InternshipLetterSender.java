package org.convergence.education.internship.domain;

import java.util.List;
import java.util.Map;
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
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters to candidates, in their language: the link, the receipt, and the answer of the committee, shown first. */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class InternshipLetterSender {

    /** The purpose, the completer, and the matter of letters. */
    static final String NAME = "internship_file";

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
        post(file, call, "link");
    }

    void postReceipt(InternshipFile file, InternshipCall call) {
        post(file, call, "receipt");
    }

    private void post(InternshipFile file, InternshipCall call, String kind) {
        Words t = languages.wordsFor(file.language());
        outbox.post(new Letter(
                        file.mail(),
                        t.say("public.internship.letter." + kind + ".subject", call.title(t)),
                        LetterContent.of(t, write(file, call, kind, t)),
                        NAME,
                        new Letter.Completion(NAME, file.id().value()))
                .regarding(NAME, file.id().value())
                .hidingSubject());
    }

    private List<LetterBlock> write(InternshipFile file, InternshipCall call, String kind, Words t) {
        return List.of(
                new LetterBlock.LetterParagraph(t.say("public.internship.letter.hello", file.name())),
                new LetterBlock.LetterParagraph(t.say(
                        "public.internship.letter." + kind,
                        call.title(t),
                        call.closesOn(),
                        call.decidesOn(),
                        call.contact())),
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
                            LetterContent.of(t, write(file, call, answer.name(), t))
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

    /** Makes the link when the letter leaves; none leaves for a file that was withdrawn or destroyed. */
    @Bean
    static BodyCompleter internshipLinkCompleter(ObjectProvider<InternshipFileRepository> files, BaseUrl baseUrl) {
        return BodyCompleter.of(
                NAME,
                letter -> {
                    try {
                        return files.getObject()
                                        .findById(new InternshipFileId(letter.subject()))
                                        .state()
                                != InternshipFileState.WITHDRAWN;
                    } catch (NotFound destroyed) {
                        return false;
                    }
                },
                "internship.letter.withheld",
                file -> Map.of(
                        "link",
                        baseUrl.value()
                                + CandidateLinkService.PATH
                                + files.getObject().issueLink(new InternshipFileId(file))));
    }
}
