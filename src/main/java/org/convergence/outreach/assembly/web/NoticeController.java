package org.convergence.outreach.assembly.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.ChangeDeliveryService;
import org.convergence.outreach.assembly.domain.MeetingNoticeService;
import org.convergence.outreach.assembly.domain.MeetingPaperBinder;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.SendingLimits;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
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

/** The notice of a meeting, its links, and its papers as one file. */
@Controller
@RequestMapping("/outreach/assembly/meetings/{id}")
@Requires(AssemblyPermissions.CONVENE)
record NoticeController(
        MeetingNoticeService meetingNoticeService,
        ChangeDeliveryService changes,
        MeetingQueries meetings,
        MeetingPaperBinder papers,
        LetterStatusService letters,
        MeetingPageAssembler pages,
        OrganisationSettings settings,
        SendingLimits limits,
        BaseUrl baseUrl) {

    /** The fingerprint of the notice that the form shows. */
    private static final String SHOWN = "shown";

    @GetMapping("/notice")
    ModelAndView notice(@PathVariable UUID id, Words t) {
        return page(id, blank("delivered"), blank("told"), null, t);
    }

    private Form blank(String name) {
        return Form.named(name).with("method", DeliveryMethod.HAND).with("on", settings.today());
    }

    @PostMapping("/notice")
    ModelAndView send(@PathVariable UUID id, Form form) {
        MeetingId meeting = new MeetingId(id);
        if (form.filled(SHOWN)
                && !meetingNoticeService.preview(meeting).preview().mark().equals(form.value(SHOWN))) {
            return SeeOther.to(AssemblyUrls.meeting(id) + "/notice").withWarning("mail.refused.changed");
        }
        int posted;
        try {
            posted = meetingNoticeService.convene(meeting);
        } catch (Refused refused) {
            // Most often another tab sent it: the page of the notice shows each letter.
            return SeeOther.to(AssemblyUrls.meeting(id) + "/notice")
                    .withWarning(refused.messageKey(), refused.arguments());
        }
        return posted(SeeOther.to(AssemblyUrls.meeting(id)), posted);
    }

    /** Posts the change or the cancellation again, after its letters were taken back or refused. */
    @PostMapping("/notice/change")
    ModelAndView tellChange(@PathVariable UUID id) {
        int posted = meetingNoticeService.tellChange(new MeetingId(id));
        return posted(SeeOther.to(AssemblyUrls.meeting(id) + "/notice"), posted);
    }

    private SeeOther posted(SeeOther go, int posted) {
        return letters.notePosted(go, posted, "assembly.notice.queued", "assembly.notice.waits", posted);
    }

    private record DeliveryInput(Collection<UUID> persons, DeliveryMethod method, LocalDate on) {}

    /** Records a delivery by post or by hand, to chosen people or to all. */
    @PostMapping("/notice/delivered")
    ModelAndView delivered(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        return form.submit(
                answers -> new DeliveryInput(
                        persons(meeting, form, answers),
                        answers.choice("method", DeliveryMethod.class),
                        day(form, answers)),
                delivered -> SeeOther.to(AssemblyUrls.meeting(id) + "/notice")
                        .withNotice(
                                "assembly.notice.delivered",
                                meetingNoticeService.markDelivered(
                                        meeting, delivered.persons(), delivered.method(), delivered.on())),
                () -> page(id, form, blank("told"), null, t));
    }

    /** Records that the change or the cancellation was told by post or by hand. */
    @PostMapping("/notice/told")
    ModelAndView told(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        return form.submit(
                answers -> new DeliveryInput(
                        chosen(form, answers), answers.choice("method", DeliveryMethod.class), day(form, answers)),
                told -> SeeOther.to(AssemblyUrls.meeting(id) + "/notice")
                        .withNotice(
                                "assembly.notice.delivered",
                                changes.markDelivered(meeting, told.persons(), told.method(), told.on())),
                () -> page(id, blank("delivered"), form, null, t));
    }

    private LocalDate day(Form form, FormValues answers) {
        LocalDate on = answers.date("on");
        if (on.isAfter(settings.today())) {
            form.reject("on", "mail.refused.delivered-later");
        }
        return on;
    }

    private Collection<UUID> persons(MeetingId meeting, Form form, FormValues answers) {
        if (form.filled("all")) {
            return meetingNoticeService.preview(meeting).to().stream()
                    .map(each -> each.person().value())
                    .toList();
        }
        return chosen(form, answers);
    }

    private static Collection<UUID> chosen(Form form, FormValues answers) {
        List<UUID> chosen = answers.ids("person");
        if (chosen.isEmpty()) {
            form.reject("person", "assembly.notice.deliver.nobody");
        }
        return chosen;
    }

    @PostMapping("/notice/delivered/{person}/undo")
    ModelAndView undoDelivered(@PathVariable UUID id, @PathVariable UUID person) {
        return SeeOther.to(AssemblyUrls.meeting(id) + "/notice")
                .withNotice(
                        "mail.deliver.undone",
                        meetingNoticeService.undoDelivered(new MeetingId(id), new PersonId(person)));
    }

    @PostMapping("/notice/take-back")
    ModelAndView takeBack(@PathVariable UUID id) {
        return SeeOther.to(AssemblyUrls.meeting(id) + "/notice")
                .withNotice("assembly.notice.taken-back", meetingNoticeService.takeBack(new MeetingId(id)));
    }

    /** Creates a link and shows it once: the secret is not stored. */
    @PostMapping("/link")
    ModelAndView link(@PathVariable UUID id, Words t) {
        return page(
                id,
                blank("delivered"),
                blank("told"),
                baseUrl.value() + AssemblyUrls.guest(meetingNoticeService.issueLink(new MeetingId(id))),
                t);
    }

    @PostMapping("/links/close")
    ModelAndView closeLinks(@PathVariable UUID id) {
        return SeeOther.to(AssemblyUrls.meeting(id) + "/notice")
                .withNotice("assembly.links.closed", meetingNoticeService.closeLinks(new MeetingId(id)));
    }

    private ModelAndView page(UUID id, Form delivered, Form told, @Nullable String link, Words t) {
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        MeetingNoticeService.NoticePreview notice = meetingNoticeService.preview(new MeetingId(id));
        boolean open = agenda.meeting().state() == MeetingState.PLANNED;
        LocalDate by = MeetingPageAssembler.deadline(agenda);
        return PageView.of(
                "outreach/assembly/notice",
                new NoticePage(
                        MeetingController.about(agenda, t),
                        notice,
                        changes.findInformedGuests(new MeetingId(id)),
                        open,
                        open ? NoticeFormatter.tone(notice.progress(), by, settings.today(), t) : Tone.REST,
                        agenda.meeting().state() == MeetingState.CANCELLED
                                ? t.say(MeetingState.CANCELLED.key())
                                : NoticeFormatter.state(
                                                notice.progress(),
                                                by,
                                                agenda.meeting().plan().begins(),
                                                settings.now(),
                                                t)
                                        + NoticeFormatter.reason(notice.progress(), limits, t)
                                                .map(" · "::concat)
                                                .orElse(""),
                        AssemblyUrls.body(agenda.body().id()),
                        pages.door(agenda),
                        delivered,
                        told,
                        changes.findToTell(new MeetingId(id)).stream()
                                .map(each -> Option.of(each.person(), each.name()))
                                .toList(),
                        DeliveryMethod.OF_PAPER.stream()
                                .map(each -> Option.of(each, t.say("mail.letter.method." + each)))
                                .toList(),
                        link));
    }

    @GetMapping("/papers.pdf")
    @Requires(AssemblyPermissions.READ)
    void papers(@PathVariable UUID id, Words t, HttpServletResponse response) throws IOException {
        Agenda agenda = meetings.findAgenda(new MeetingId(id));
        DownloadHeaders.startPdf(agenda, response);
        papers.write(agenda, t, response.getOutputStream());
    }
}
