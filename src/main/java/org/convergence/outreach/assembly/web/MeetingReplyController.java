package org.convergence.outreach.assembly.web;

import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingReminderService;
import org.convergence.outreach.assembly.domain.MeetingReplyService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
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

/** Notes replies to the notice of a meeting, and reminds those who have not answered. */
@Controller
@RequestMapping("/outreach/assembly/meetings/{id}")
@Requires(AssemblyPermissions.PREPARE)
record MeetingReplyController(
        MeetingReplyService replies,
        MeetingReminderService reminders,
        MeetingQueries meetings,
        MeetingPageAssembler pages,
        LetterStatusService letters) {

    private record NotedReply(PersonId person, MeetingReplyInput reply) {}

    @PostMapping("/replies")
    ModelAndView note(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        meetings.findById(meeting);
        return form.submit(
                answers -> new NotedReply(new PersonId(answers.id("person")), MeetingReplyInput.read(answers)),
                noted -> replies.note(
                        meeting,
                        noted.person(),
                        noted.reply().answer(),
                        noted.reply().words()),
                SeeOther.to(AssemblyUrls.meeting(id) + "#replies").withNotice("assembly.reply.saved"),
                () -> PageView.of("outreach/assembly/meeting", pages.assemble(meeting, Form.named("add"), form, t)));
    }

    @GetMapping("/reminder")
    @Requires(AssemblyPermissions.CONVENE)
    ModelAndView reminder(@PathVariable UUID id, Words t) {
        MailingPreview preview = reminders.preview(new MeetingId(id));
        PageLink meeting = MeetingController.about(meetings.findAgenda(new MeetingId(id)), t);
        return new MailingConfirmation(
                        t.say("assembly.reminder.send", preview.letters().size()),
                        meeting.label(),
                        meeting.url(),
                        t.say("assembly.reminder.lead"),
                        preview,
                        meeting.url() + "/reminder",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/reminder")
    @Requires(AssemblyPermissions.CONVENE)
    ModelAndView remind(@PathVariable UUID id) {
        int posted = reminders.remind(new MeetingId(id));
        return letters.notePosted(
                SeeOther.to(AssemblyUrls.meeting(id) + "#replies"),
                posted,
                "assembly.reminder.queued",
                "assembly.reminder.waits",
                posted);
    }
}
