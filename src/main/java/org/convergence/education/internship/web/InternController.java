package org.convergence.education.internship.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.CohortService;
import org.convergence.education.internship.domain.InternStoryService;
import org.convergence.education.internship.domain.ReturnActivityService;
import org.convergence.education.internship.domain.TrainingService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One intern: release, gates, return activities, attestation. */
@Controller
@RequestMapping("/education/internship/files/{id}")
@Requires(InternshipPermissions.EDIT)
record InternController(
        CohortService cohorts,
        ReturnActivityService activities,
        InternshipForm forms,
        InternStoryService stories,
        TrainingService trainings,
        InternPageAssembler pages) {

    @GetMapping
    @Requires(InternshipPermissions.READ_NAMES)
    ModelAndView show(@PathVariable InternshipFileId id, Words t) {
        return pages.assemble(id, Map.of(), t);
    }

    @PostMapping("/story")
    ModelAndView recordStory(@PathVariable InternshipFileId id) {
        stories.record(id);
        return SeeOther.to(InternshipPage.url(id)).withNotice("internship.story.recorded");
    }

    private record TrainingInput(LocalDate day, String title, BigDecimal hours) {}

    @PostMapping("/training")
    ModelAndView train(@PathVariable InternshipFileId id, Form form, Words t) {
        return form.submit(
                answers -> new TrainingInput(
                        answers.get(InternshipForm.TRAINED),
                        answers.get(InternshipForm.TRAINING),
                        answers.number("hours", InternshipForm.LEAST_HOURS, InternshipForm.MOST_HOURS)),
                input -> {
                    trainings.add(id, input.day(), input.title(), input.hours());
                    return SeeOther.to(InternshipPage.url(id) + "#training").withNotice("internship.saved");
                },
                () -> pages.assemble(id, Map.of("training", form), t));
    }

    @PostMapping("/training/{meeting}/remove")
    ModelAndView removeTraining(@PathVariable InternshipFileId id, @PathVariable UUID meeting) {
        trainings.remove(id, meeting);
        return SeeOther.to(InternshipPage.url(id) + "#training").withNotice("internship.saved");
    }

    @PostMapping("/release")
    ModelAndView release(@PathVariable InternshipFileId id, Form form, Words t) {
        return form.submit(
                InternshipForm::readRelease,
                input -> {
                    cohorts.saveRelease(id, input.version(), input.release());
                    return saved(id);
                },
                () -> pages.assemble(id, Map.of("release", form), t));
    }

    private static SeeOther saved(InternshipFileId id) {
        return SeeOther.to(InternshipPage.url(id)).withNotice("internship.saved");
    }

    @PostMapping("/person")
    ModelAndView identify(@PathVariable InternshipFileId id, Form form, Words t) {
        return form.submit(
                forms::readPerson,
                person -> {
                    cohorts.setPerson(id, person.orElse(null));
                    return saved(id);
                },
                () -> pages.assemble(id, Map.of(), t));
    }

    @PostMapping("/identity")
    ModelAndView link(@PathVariable InternshipFileId id) {
        cohorts.link(id);
        return saved(id);
    }

    @PostMapping("/activities")
    ModelAndView addActivity(@PathVariable InternshipFileId id, Form form, Words t) {
        return form.submit(
                CandidateForm::readActivity,
                facts -> {
                    activities.save(id, null, facts);
                    return saved(id);
                },
                () -> pages.assemble(id, Map.of("activity", form), t));
    }

    @PostMapping("/activities/{activity}/waive")
    ModelAndView waive(@PathVariable InternshipFileId id, @PathVariable UUID activity) {
        activities.waive(id, activity);
        return saved(id);
    }

    @PostMapping("/promote")
    ModelAndView promote(@PathVariable InternshipFileId id) {
        cohorts.promote(id);
        return saved(id);
    }

    @PostMapping("/attest")
    ModelAndView attest(@PathVariable InternshipFileId id) {
        cohorts.attest(id);
        return SeeOther.to(InternshipPage.url(id))
                .withNotice("internship.attested")
                .withUndo(InternshipPage.url(id) + "/unattest");
    }

    @PostMapping("/unattest")
    ModelAndView takeBack(@PathVariable InternshipFileId id) {
        cohorts.takeAttestationBack(id);
        return saved(id);
    }
}
