package org.convergence.advocacy.coalition.web;

import java.util.List;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.advocacy.coalition.domain.CoalitionMeetingService;
import org.convergence.advocacy.coalition.domain.CoalitionQueries;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionMeetingId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionMeetingRow;
import org.convergence.advocacy.coalition.web.CoalitionForm.CoalitionMeetingInput;
import org.convergence.advocacy.coalition.web.CoalitionPage.CoalitionMeetingFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The form of a coalition's meeting: before, its day; after, what came out of it, our part and the minutes. */
@Controller
@RequestMapping("/advocacy/coalition/{id}/meetings")
@Requires(CoalitionPermissions.FOLLOW)
record CoalitionMeetingController(
        CoalitionMeetingService service,
        CoalitionQueries queries,
        DocumentService documents,
        OrganisationSettings settings) {

    @GetMapping("/new")
    ModelAndView add(@PathVariable CoalitionId id, Words t) {
        List<Option> seats = CoalitionForm.openSeats(queries.findSeats(id), null, t);
        Form form = Form.blank()
                .with(CoalitionForm.HELD.name(), settings.today())
                .with(CoalitionForm.SEAT, seats.size() == 1 ? seats.get(0).value() : null);
        return page(id, null, form, t);
    }

    @PostMapping("/new")
    ModelAndView add(@PathVariable CoalitionId id, Form form, Words t) {
        return save(id, null, form, t);
    }

    @GetMapping("/{meeting}")
    ModelAndView edit(@PathVariable CoalitionId id, @PathVariable CoalitionMeetingId meeting, Words t) {
        return page(id, meeting, CoalitionForm.open(queries.findMeeting(id, meeting)), t);
    }

    @PostMapping("/{meeting}")
    ModelAndView edit(@PathVariable CoalitionId id, @PathVariable CoalitionMeetingId meeting, Form form, Words t) {
        return save(id, meeting, form, t);
    }

    private ModelAndView save(CoalitionId id, @Nullable CoalitionMeetingId meeting, Form form, Words t) {
        return form.submit(
                CoalitionForm::readMeeting,
                input -> {
                    save(id, meeting, input);
                    return SeeOther.to(CoalitionPage.url(id)).withNotice("coalition.saved");
                },
                () -> page(id, meeting, form, t));
    }

    private void save(CoalitionId id, @Nullable CoalitionMeetingId meeting, CoalitionMeetingInput input) {
        MultipartFile file = input.minutes();
        if (file == null) {
            service.save(id, meeting, input.version(), input.facts(), null);
            return;
        }
        try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
            service.save(id, meeting, input.version(), input.facts(), prepared);
        }
    }

    private ModelAndView page(CoalitionId id, @Nullable CoalitionMeetingId meeting, Form form, Words t) {
        CoalitionMeetingRow it = meeting == null ? null : queries.findMeeting(id, meeting);
        String url = CoalitionPage.url(id);
        return PageView.of(
                "advocacy/coalition/meeting-form",
                new CoalitionMeetingFormPage(
                        it == null ? "coalition.meeting.new" : "coalition.meeting.edit",
                        queries.findById(id).name(),
                        url,
                        meeting == null ? url + "/meetings/new" : CoalitionPage.url(id, meeting),
                        form,
                        CoalitionForm.openSeats(queries.findSeats(id), it == null ? null : it.seat(), t),
                        it == null || it.minutes() == null ? null : CoalitionPage.file(it.minutes()),
                        documents.maxBytes(),
                        it != null));
    }

    @PostMapping("/{meeting}/remove")
    ModelAndView remove(@PathVariable CoalitionId id, @PathVariable CoalitionMeetingId meeting, Words t) {
        service.remove(id, meeting, t.say("coalition.meeting.removed"));
        return SeeOther.to(CoalitionPage.url(id)).withNotice("coalition.meeting.removed");
    }
}
