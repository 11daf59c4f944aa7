package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.Consultation;
import org.convergence.outreach.assembly.domain.ConsultationService;
import org.convergence.outreach.assembly.domain.MinutesQueries;
import org.convergence.outreach.assembly.domain.SeatOnDay;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Records and corrects consultations by mail. */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.PREPARE)
record ConsultationController(
        ConsultationService consultationService,
        MinutesQueries minutes,
        BodyQueries bodies,
        OrganisationSettings settings) {

    private static final int MOST = 10_000;

    private record ConsultationChange(int version, Consultation.ConsultationFacts facts) {}

    @GetMapping("/bodies/{id}/consultations/new")
    ModelAndView note(@PathVariable UUID id) {
        BodyId body = new BodyId(id);
        long entitled = bodies.findSeats(body, settings.today()).stream()
                .filter(SeatOnDay::isHeld)
                .count();
        return page(
                "assembly.consultation.new",
                body,
                AssemblyUrls.body(id) + "/consultations/new",
                Form.blank().with("askedOn", settings.today()).with("entitled", entitled));
    }

    @PostMapping("/bodies/{id}/consultations/new")
    ModelAndView note(@PathVariable UUID id, Form form) {
        BodyId body = new BodyId(id);
        bodies.findById(body);
        return form.submit(
                answers -> read(form, answers),
                facts -> consultationService.record(body, facts),
                SeeOther.to(AssemblyUrls.body(id)).withNotice("assembly.consultation.noted"),
                () -> page("assembly.consultation.new", body, AssemblyUrls.body(id) + "/consultations/new", form));
    }

    @GetMapping("/consultations/{id}")
    ModelAndView correct(@PathVariable UUID id) {
        Consultation it = minutes.findConsultation(id);
        return page(
                "assembly.consultation.edit",
                new BodyId(it.body()),
                AssemblyUrls.HOME + "/consultations/" + id,
                Form.blank()
                        .with("question", it.question())
                        .with("askedOn", it.askedOn())
                        .with("closedOn", it.closedOn())
                        .with("entitled", it.entitled())
                        .with("inFavour", it.inFavour())
                        .with("against", it.against())
                        .with("signed", it.signed())
                        .atVersion(it.version()));
    }

    @PostMapping("/consultations/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        Consultation it = minutes.findConsultation(id);
        return form.submit(
                answers -> new ConsultationChange(answers.version(), read(form, answers)),
                corrected -> consultationService.correct(id, corrected.version(), corrected.facts()),
                SeeOther.to(AssemblyUrls.body(it.body())).withNotice("assembly.saved"),
                () -> page(
                        "assembly.consultation.edit",
                        new BodyId(it.body()),
                        AssemblyUrls.HOME + "/consultations/" + id,
                        form));
    }

    private static Consultation.ConsultationFacts read(Form form, FormValues answers) {
        int entitled = answers.wholeNumber("entitled", 1, MOST);
        int inFavour = count(form, answers, "inFavour");
        int against = count(form, answers, "against");
        int signed = count(form, answers, "signed");
        if (inFavour + against > entitled || signed > inFavour) {
            form.reject("inFavour", "assembly.refused.answers", entitled);
        }
        LocalDate asked = answers.date("askedOn");
        LocalDate closed = answers.optionalDate("closedOn");
        if (closed != null && closed.isBefore(asked)) {
            form.reject("closedOn", "assembly.refused.order");
        }
        return new Consultation.ConsultationFacts(
                asked, closed, answers.text("question", 5_000), entitled, inFavour, against, signed);
    }

    private static int count(Form form, FormValues answers, String field) {
        return form.filled(field) ? answers.wholeNumber(field, 0, MOST) : 0;
    }

    private ModelAndView page(String key, BodyId body, String action, Form form) {
        return PageView.of(
                "outreach/assembly/consultation-form",
                AssemblyFormPage.of(key, BodyController.about(bodies.findById(body)), action, form));
    }
}
