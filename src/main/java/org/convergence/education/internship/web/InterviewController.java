package org.convergence.education.internship.web;

import java.util.Map;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.domain.InternshipFile;
import org.convergence.education.internship.domain.InterviewService;
import org.convergence.education.internship.domain.InterviewService.Interview;
import org.convergence.education.internship.web.InternshipPage.FileRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The interview of a candidate. */
@Controller
@RequestMapping("/education/internship/files/{id}/interview")
@Requires(InternshipPermissions.EDIT)
record InterviewController(InterviewService interviews, InternshipCallService calls, OrganisationSettings settings) {

    @GetMapping
    ModelAndView open(@PathVariable InternshipFileId id, Words t) {
        Interview held = interviews.findByCall(interviews.findFile(id).call()).get(id);
        return page(
                id,
                held == null
                        ? Form.blank().with(InternshipForm.HELD_ON.name(), settings.today())
                        : Form.blank()
                                .with(InternshipForm.HELD_ON.name(), held.heldOn())
                                .with(InternshipForm.HELD_BY.name(), held.heldBy())
                                .with(InternshipForm.INTERVIEW_NOTE.name(), held.note()),
                t);
    }

    @PostMapping
    ModelAndView save(@PathVariable InternshipFileId id, Form form, Words t) {
        return form.submit(
                answers -> new Interview(
                        id,
                        answers.get(InternshipForm.HELD_ON),
                        answers.get(InternshipForm.HELD_BY),
                        answers.textOrEmpty(InternshipForm.INTERVIEW_NOTE)),
                held -> {
                    interviews.save(held);
                    return SeeOther.to(
                                    InternshipPage.url(interviews.findFile(id).call()))
                            .withNotice("internship.saved");
                },
                () -> page(id, form, t));
    }

    private ModelAndView page(InternshipFileId id, Form form, Words t) {
        InternshipFile file = interviews.findFile(id);
        boolean named = calls.maySeeNames(calls.findById(file.call()));
        return PageView.of(
                "education/internship/interview",
                new InterviewPage(
                        InternshipPageAssembler.name(file, named, t),
                        calls.findById(file.call()).title(t),
                        InternshipPage.url(file.call()),
                        url(id),
                        form));
    }

    private static String url(InternshipFileId id) {
        return InternshipPage.url(id) + "/interview";
    }

    /** A file in a list, with its interview, and where it is recorded. */
    static FileRow row(FileRow row, InternshipFile file, @Nullable Map<InternshipFileId, Interview> held, Words t) {
        if (held == null || !InterviewService.isInterviewed(file)) {
            return row;
        }
        Interview interview = held.get(file.id());
        String said = interview == null
                ? t.say("internship.interview.none")
                : t.say("internship.interview.held", interview.heldOn());
        return new FileRow(row.name(), url(file.id()), row.detail() + " · " + said, row.tone(), row.state(), row.act());
    }
}
