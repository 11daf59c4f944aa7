package org.convergence.outreach.vote.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.assembly.domain.ReplyAnswer;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.MandateLetter;
import org.convergence.outreach.vote.domain.MandateLetter.MandateState;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetter.NamedDelegate;
import org.convergence.outreach.vote.domain.MandateLetterService;
import org.convergence.outreach.vote.web.MandateLettersPage.MandateLetterRow;
import org.convergence.outreach.vote.web.MandateLettersPage.MemberMandatePage;
import org.convergence.outreach.vote.web.MandateLettersPage.NamedRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.delegation.domain.DelegationReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The mandate letters of an assembly: asked for by mail, noted by hand, and the notices to the people named. */
@Controller
@RequestMapping("/outreach/vote/meetings/{meeting}/mandates")
@Requires(VotePermissions.COUNT)
record MandateLetterController(
        MandateLetterService mandates,
        MeetingQueries meetings,
        LetterStatusService letters,
        OrganisationSettings settings) {

    static String url(MeetingId meeting) {
        return DoorController.doorUrl(meeting) + "/mandates";
    }

    @GetMapping
    @Requires(VotePermissions.READ)
    ModelAndView list(@PathVariable MeetingId meeting, Words t) {
        return page(meeting, Form.blank(), t);
    }

    private ModelAndView page(MeetingId id, Form form, Words t) {
        Agenda agenda = meetings.findAgenda(id);
        if (agenda.body().kind() != BodyKind.GENERAL) {
            throw new NotFound("assembly");
        }
        Meeting meeting = agenda.meeting();
        LocalDate today = settings.today();
        List<MemberMandate> all = mandates.findAll(id);
        boolean asks = CurrentActor.get().may(AssemblyPermissions.CONVENE)
                && meeting.state() == MeetingState.PLANNED
                && !meeting.day().isBefore(today);
        if (!form.filled(MandateLetterForm.DUE.name())) {
            LocalDate early = meeting.day().minusDays(3);
            form.with(MandateLetterForm.DUE.name(), early.isBefore(today) ? meeting.day() : early);
        }
        return PageView.of(
                "outreach/vote/mandates",
                new MandateLettersPage(
                        AssemblyFormatter.formatTitle(agenda, t),
                        url(id),
                        "/outreach/assembly/meetings/" + id.value(),
                        t.say(
                                "vote.mandate.lead",
                                all.stream().mapToInt(MemberMandate::named).sum(),
                                all.stream().mapToInt(MemberMandate::entitled).sum()),
                        all.stream()
                                .map(each -> new MandateLetterRow(
                                        url(id) + "/" + each.organisation().value(),
                                        each.right().member().name(),
                                        right(each, t),
                                        tone(each, today),
                                        state(each, today, t)))
                                .toList(),
                        asks ? form : null,
                        asks
                                && all.stream()
                                        .map(MemberMandate::asked)
                                        .anyMatch(each -> each != null && each.state() == LetterState.WAITING)));
    }

    private static String right(MemberMandate it, Words t) {
        return it.entitled() == 0
                ? t.say("vote.ground." + it.right().right().ground())
                : t.say("vote.mandate.right", it.entitled(), DelegationReason.format(it.right(), t));
    }

    private static Tone tone(MemberMandate it, LocalDate today) {
        return switch (it.entitled() == 0 ? MandateState.NAMED : it.state(today)) {
            case NAMED -> it.entitled() == 0 ? Tone.REST : Tone.OK;
            case LATE -> Tone.BAD;
            case NOT_ASKED, ASKED -> Tone.AHEAD;
            case PARTIAL -> Tone.WARN;
        };
    }

    private static String state(MemberMandate it, LocalDate today, Words t) {
        if (it.entitled() == 0) {
            return t.say("vote.door.no-right");
        }
        MandateState state = it.state(today);
        LetterStatus asked = it.asked();
        return state == MandateState.ASKED && asked != null
                ? t.say("vote.mandate.state.ASKED", LetterFormatter.stateInList(asked, t))
                : t.say("vote.mandate.state." + state, it.named(), it.entitled());
    }

    /** Asks the members not asked yet: the letters are shown first. */
    @PostMapping
    @Requires(AssemblyPermissions.CONVENE)
    ModelAndView ask(@PathVariable MeetingId meeting, Form form, Words t) {
        return form.submit(
                answers -> answers.get(MandateLetterForm.DUE),
                due -> {
                    if (form.filled("revise")) {
                        return page(meeting, form, t);
                    }
                    MailingPreview preview = mandates.previewAsking(meeting, due);
                    if (!preview.mark().equals(form.value("confirmed"))) {
                        return confirm(
                                meeting,
                                "vote.mandate.ask",
                                preview,
                                url(meeting),
                                Map.of("due", form.value("due")),
                                t);
                    }
                    return posted(meeting, mandates.ask(meeting, due));
                },
                () -> page(meeting, form, t));
    }

    private ModelAndView posted(MeetingId meeting, int posted) {
        SeeOther go = SeeOther.to(url(meeting));
        return letters.isMailSet()
                ? go.withNotice("vote.mandate.queued", posted)
                : go.withWarning("vote.mandate.waits", posted);
    }

    private ModelAndView confirm(
            MeetingId meeting,
            String key,
            MailingPreview preview,
            String action,
            Map<String, String> carried,
            Words t) {
        return new MailingConfirmation(
                        t.say(key, preview.letters().size()),
                        t.say("vote.mandates"),
                        url(meeting),
                        null,
                        preview,
                        action,
                        !preview.letters().isEmpty(),
                        carried)
                .view();
    }

    @PostMapping("/take-back")
    @Requires(AssemblyPermissions.CONVENE)
    ModelAndView takeBack(@PathVariable MeetingId meeting) {
        return SeeOther.to(url(meeting)).withNotice("vote.mandate.taken-back", mandates.takeBack(meeting));
    }

    @GetMapping("/delegates")
    @Requires(AssemblyPermissions.CONVENE)
    ModelAndView notices(@PathVariable MeetingId meeting, Words t) {
        return confirmNotices(meeting, mandates.previewNotices(meeting), t);
    }

    private ModelAndView confirmNotices(MeetingId meeting, MailingPreview preview, Words t) {
        String action = url(meeting) + "/delegates?confirmed=" + preview.mark();
        return confirm(meeting, "vote.delegates.convene", preview, action, Map.of(), t);
    }

    /** Convenes the people of the preview that was read; another preview is shown first. */
    @PostMapping("/delegates")
    @Requires(AssemblyPermissions.CONVENE)
    ModelAndView convene(@PathVariable MeetingId meeting, Form form, Words t) {
        MailingPreview preview = mandates.previewNotices(meeting);
        return preview.letters().isEmpty() || preview.mark().equals(form.value("confirmed"))
                ? posted(meeting, mandates.convene(meeting))
                : confirmNotices(meeting, preview, t);
    }

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
        Map<UUID, LetterStatus> notices = mandates.findNotices(it);
        boolean counts = CurrentActor.get().may(VotePermissions.COUNT);
        return PageView.of(
                "outreach/vote/mandate",
                new MemberMandatePage(
                        url(meeting) + "/" + it.organisation().value(),
                        url(meeting),
                        it.right().member().name(),
                        right(it, t),
                        tone(it, today),
                        state(it, today, t),
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

    private static NamedRow row(NamedDelegate it, @Nullable LetterStatus notice, boolean counts, Words t) {
        ReplyAnswer answer = it.answer();
        return new NamedRow(
                it.name(),
                t.say(it.substitute() ? "vote.named.substitute" : "vote.named.delegate")
                        + (it.words() == null || it.words().isEmpty() || !counts ? "" : " · " + it.words()),
                answer == null ? Tone.AHEAD : answer == ReplyAnswer.COMING ? Tone.OK : Tone.REST,
                answer != null
                        ? t.say("vote.named.reply." + answer)
                        : notice != null
                                ? t.say("vote.named.notice", LetterFormatter.stateInList(notice, t))
                                : t.say(it.mail() == null ? "vote.named.no-mail" : "vote.named.not-convened"));
    }

    @PostMapping("/{organisation}")
    ModelAndView note(@PathVariable MeetingId meeting, @PathVariable OrganisationId organisation, Form form, Words t) {
        MemberMandate member = mandates.findByMember(meeting, organisation);
        return form.submit(
                answers -> MandateLetterForm.read(answers, member.places()),
                input -> {
                    mandates.note(meeting, organisation, input.version(), input.facts(), input.file());
                    return SeeOther.to(url(meeting))
                            .withNotice(
                                    "vote.mandate.noted",
                                    member.right().member().name());
                },
                () -> page(meeting, member, form, t));
    }
}
