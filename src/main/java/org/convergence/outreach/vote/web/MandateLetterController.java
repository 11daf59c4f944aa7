package org.convergence.outreach.vote.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.ReplyAnswer;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.MandateLetter;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.outreach.vote.domain.MandateLetter.SentLetter;
import org.convergence.outreach.vote.domain.MandateLetterService;
import org.convergence.outreach.vote.domain.MandateMailService;
import org.convergence.outreach.vote.web.MandateLettersPage.MemberMandatePage;
import org.convergence.outreach.vote.web.MandateLettersPage.NamedRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The mandate letter of one member, as the team sees and notes it. */
@Controller
@RequestMapping("/outreach/vote/meetings/{meeting}/mandates")
@Requires(VotePermissions.COUNT)
record MandateLetterController(MandateLetterService mandates, MandateMailService mails, OrganisationSettings settings) {

    @GetMapping("/{organisation}")
    @Requires(VotePermissions.READ)
    ModelAndView show(@PathVariable MeetingId meeting, @PathVariable OrganisationId organisation, Words t) {
        MemberMandate member = mandates.findByMember(meeting, organisation);
        return page(meeting, member, MandateLetterForm.toForm(member), t);
    }

    private ModelAndView page(MeetingId meeting, MemberMandate it, Form form, Words t) {
        LocalDate today = settings.today();
        MandateLetter letter = it.letter();
        DocumentId document = letter == null ? null : letter.document();
        Map<UUID, SentLetter> notices = mails.findLatest(meeting);
        boolean counts = CurrentActor.get().may(VotePermissions.COUNT);
        return PageView.of(
                "outreach/vote/mandate",
                new MemberMandatePage(
                        MandateListController.url(meeting) + "/"
                                + it.organisation().value(),
                        MandateListController.url(meeting),
                        it.right().member().name(),
                        MandateLetterFormatter.formatRight(it, t),
                        MandateLetterFormatter.tone(it, today),
                        MandateLetterFormatter.formatState(it, today, t),
                        MandateLetterFormatter.formatNotice(it, today, t),
                        letter == null || letter.askedAt() == null ? null : t.say("vote.mandate.due", letter.dueOn()),
                        it.people().stream()
                                .map(each -> row(each, notices.get(each.id()), counts, t))
                                .toList(),
                        letter == null || !letter.isSigned() ? null : signed(letter, t),
                        document == null || !counts ? null : "/platform/document/" + document.value(),
                        it.places(),
                        it.entitled() > 0 && counts ? form : null));
    }

    private static String signed(MandateLetter letter, Words t) {
        if (letter.signedBy().isEmpty()) {
            return t.say("vote.mandate.signed.letter");
        }
        return t.say(
                letter.byLink() ? "vote.mandate.signed.link" : "vote.mandate.signed",
                letter.authority().isEmpty() ? letter.signedBy() : letter.signedBy() + ", " + letter.authority());
    }

    private static NamedRow row(NamedDelegate it, @Nullable SentLetter notice, boolean counts, Words t) {
        ReplyAnswer answer = it.answer();
        return new NamedRow(
                it.name(),
                t.say(it.substitute() ? "vote.named.substitute" : "vote.named.delegate")
                        + (it.words() == null || it.words().isEmpty() || !counts ? "" : " · " + it.words()),
                answer == null ? Tone.AHEAD : answer == ReplyAnswer.COMING ? Tone.OK : Tone.REST,
                answer != null
                        ? t.say("vote.named.reply." + answer)
                        : notice != null
                                ? MandateLetterFormatter.format(notice, t)
                                : t.say(it.mail() == null ? "vote.named.no-mail" : "vote.named.not-convened"));
    }

    @PostMapping("/{organisation}")
    ModelAndView note(@PathVariable MeetingId meeting, @PathVariable OrganisationId organisation, Form form, Words t) {
        MemberMandate member = mandates.findByMember(meeting, organisation);
        return form.submit(
                answers -> MandateLetterForm.read(answers, member),
                input -> mandates.note(meeting, organisation, input.version(), input.facts(), input.file()),
                SeeOther.to(MandateListController.url(meeting))
                        .withNotice(
                                "vote.mandate.noted", member.right().member().name()),
                () -> page(meeting, member, form, t));
    }
}
