package org.convergence.outreach.vote.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AssemblyFormatter;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Meeting;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.outreach.vote.VotePermissions;
import org.convergence.outreach.vote.domain.MandateDeliveryService;
import org.convergence.outreach.vote.domain.MandateDeliveryService.MandateNotice;
import org.convergence.outreach.vote.domain.MandateLetter;
import org.convergence.outreach.vote.domain.MandateLetter.MemberMandate;
import org.convergence.outreach.vote.domain.MandateLetterService;
import org.convergence.outreach.vote.domain.MandateMailService;
import org.convergence.outreach.vote.web.MandateLettersPage.MandateLetterRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.DeliveryPage;
import org.convergence.platform.mail.DeliveryPage.LetterRow;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The mandate letters of an assembly: asked for by mail, with reminders, and the notices to the people named. */
@Controller
@RequestMapping("/outreach/vote/meetings/{meeting}/mandates")
@Requires(AssemblyPermissions.CONVENE)
record MandateListController(
        MandateLetterService mandates,
        MandateMailService mails,
        MandateDeliveryService deliveries,
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
        LocalDate due = all.stream()
                .map(MemberMandate::letter)
                .filter(each -> each != null && each.askedAt() != null)
                .map(MandateLetter::dueOn)
                .max(Comparator.naturalOrder())
                .orElse(null);
        boolean asks = CurrentActor.get().may(AssemblyPermissions.CONVENE)
                && meeting.state() == MeetingState.PLANNED
                && !meeting.day().isBefore(today);
        if (!form.filled(MandateLetterForm.DUE.name())) {
            LocalDate early = meeting.day().minusDays(3);
            form.with(MandateLetterForm.DUE.name(), due != null ? due : early.isBefore(today) ? meeting.day() : early);
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
                                        MandateLetterFormatter.formatRight(each, t),
                                        MandateLetterFormatter.formatLatest(each, today, t),
                                        MandateLetterFormatter.tone(each, today),
                                        MandateLetterFormatter.formatState(each, today, t)))
                                .toList(),
                        asks ? form : null,
                        all.stream().anyMatch(MemberMandate::isToAsk),
                        due != null,
                        asks ? count(all, today) : 0,
                        asks ? mails.countToTell(id) : 0,
                        CurrentActor.get().may(AssemblyPermissions.CONVENE) && mails.isWaiting(id)));
    }

    private int count(List<MemberMandate> all, LocalDate today) {
        return (int) all.stream()
                .filter(each -> each.isToRemind(today, settings.current().zone()))
                .count();
    }

    /** Moves the last day of the members already asked: letters to those who hold another one are shown first. */
    @PostMapping("/due")
    ModelAndView moveDue(@PathVariable MeetingId meeting, Form form, Words t) {
        return form.submit(
                answers -> answers.get(MandateLetterForm.DUE),
                due -> {
                    if (form.filled("revise")) {
                        return page(meeting, form, t);
                    }
                    MailingPreview preview = mails.previewDue(meeting, due);
                    if (preview.isNeeded() && !preview.mark().equals(form.value("confirmed"))) {
                        return confirm(
                                meeting,
                                "vote.mandate.due.confirm",
                                preview,
                                url(meeting) + "/due",
                                Map.of("due", form.value("due")),
                                t);
                    }
                    int posted = mails.moveDue(meeting, due);
                    return letters.notePosted(
                            SeeOther.to(url(meeting)),
                            posted,
                            "vote.mandate.due.moved",
                            "vote.mandate.due.moved.waits",
                            due,
                            posted);
                },
                () -> page(meeting, form, t));
    }

    @GetMapping("/remind")
    ModelAndView reminders(@PathVariable MeetingId meeting, Words t) {
        return confirmReminders(meeting, mails.previewReminders(meeting), t);
    }

    private ModelAndView confirmReminders(MeetingId meeting, MailingPreview preview, Words t) {
        String action = url(meeting) + "/remind?confirmed=" + preview.mark();
        return confirm(meeting, "vote.mandate.remind", preview, action, Map.of(), t);
    }

    /** Reminds the members of the preview that was read; another preview is shown first. */
    @PostMapping("/remind")
    ModelAndView remind(@PathVariable MeetingId meeting, Form form, Words t) {
        MailingPreview preview = mails.previewReminders(meeting);
        return preview.letters().isEmpty() || preview.mark().equals(form.value("confirmed"))
                ? posted(meeting, mails.remind(meeting))
                : confirmReminders(meeting, preview, t);
    }

    /** Asks the members not asked yet: the letters are shown first. */
    @PostMapping
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
        return letters.notePosted(
                SeeOther.to(url(meeting)), posted, "vote.mandate.queued", "vote.mandate.waits", posted);
    }

    private ModelAndView confirm(
            MeetingId meeting,
            String key,
            MailingPreview preview,
            String action,
            Map<String, String> carried,
            Words t) {
        boolean offers = !preview.letters().isEmpty() || action.endsWith("/due");
        return new MailingConfirmation(
                        offers ? t.say(key, preview.letters().size()) : t.say(key + ".nothing"),
                        t.say("vote.mandates"),
                        url(meeting),
                        offers ? null : t.say(key + ".nothing.why"),
                        preview,
                        action,
                        offers,
                        carried)
                .view();
    }

    @GetMapping("/delivered")
    ModelAndView deliver(@PathVariable MeetingId meeting, Words t) {
        return deliveries(meeting, DeliveryPage.blank(settings.today()), t).view();
    }

    /** Records notices that were delivered by post or by hand. */
    @PostMapping("/delivered")
    ModelAndView deliver(@PathVariable MeetingId meeting, Form form, Words t) {
        DeliveryPage page = deliveries(meeting, form, t);
        return form.submit(
                answers -> DeliveryPage.read(form, answers),
                said -> page.saved(
                        said, deliveries.markDelivered(meeting, said.letters(), said.method(), said.on()), t),
                page::view);
    }

    @PostMapping("/delivered/{reader}/undo")
    ModelAndView undoDelivered(@PathVariable MeetingId meeting, @PathVariable UUID reader) {
        return SeeOther.to(url(meeting) + "/delivered")
                .withNotice("mail.deliver.undone", deliveries.undoDelivered(meeting, reader));
    }

    private DeliveryPage deliveries(MeetingId meeting, Form form, Words t) {
        List<MandateNotice> all = deliveries.findNotices(meeting);
        return new DeliveryPage(
                t.say("vote.mandates"),
                url(meeting),
                t.say("assembly.notice.deliver.text"),
                t.say("mail.deliver.all.text"),
                rows(all, MandateNotice::isDeliverable, t),
                rows(all, MandateNotice::isDelivered, t),
                form);
    }

    private static List<LetterRow> rows(List<MandateNotice> all, Predicate<MandateNotice> shown, Words t) {
        return all.stream()
                .filter(shown)
                .map(each -> {
                    LetterStatus status = each.status();
                    String state = status == null
                            ? t.say("vote.named.not-convened")
                            : LetterFormatter.stateWithDetail(status, t);
                    return new LetterRow(
                            each.reader(),
                            each.name(),
                            each.member() == null ? state : each.member() + " · " + state,
                            status == null);
                })
                .toList();
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(@PathVariable MeetingId meeting) {
        return SeeOther.to(url(meeting)).withNotice("vote.mandate.taken-back", mails.takeBack(meeting));
    }

    @GetMapping("/delegates")
    ModelAndView notices(@PathVariable MeetingId meeting, Words t) {
        return confirmNotices(meeting, mandates.previewNotices(meeting), t);
    }

    private ModelAndView confirmNotices(MeetingId meeting, MailingPreview preview, Words t) {
        String action = url(meeting) + "/delegates?confirmed=" + preview.mark();
        return confirm(meeting, "vote.delegates.convene", preview, action, Map.of(), t);
    }

    /** Convenes the people of the preview that was read; another preview is shown first. */
    @PostMapping("/delegates")
    ModelAndView convene(@PathVariable MeetingId meeting, Form form, Words t) {
        MailingPreview preview = mandates.previewNotices(meeting);
        return preview.letters().isEmpty() || preview.mark().equals(form.value("confirmed"))
                ? posted(meeting, mandates.convene(meeting))
                : confirmNotices(meeting, preview, t);
    }
}
