package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyReading;
import org.convergence.outreach.assembly.domain.Consultation;
import org.convergence.outreach.assembly.domain.ConsultationKeeping;
import org.convergence.outreach.assembly.domain.MinutesReading;
import org.convergence.outreach.assembly.domain.SeatOn;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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
class ConsultationController {

    private static final int MOST = 10_000;

    private final ConsultationKeeping keeping;
    private final MinutesReading minutes;
    private final BodyReading bodies;
    private final OrganisationSettings settings;

    ConsultationController(
            ConsultationKeeping keeping, MinutesReading minutes, BodyReading bodies, OrganisationSettings settings) {
        this.keeping = keeping;
        this.minutes = minutes;
        this.bodies = bodies;
        this.settings = settings;
    }

    private record Corrected(int version, Consultation.Facts facts) {}

    @GetMapping("/bodies/{id}/consultations/new")
    ModelAndView note(@PathVariable UUID id) {
        BodyId body = new BodyId(id);
        long entitled = bodies.seats(body, settings.today()).stream()
                .filter(SeatOn::isHeld)
                .count();
        return page(
                "assembly.consultation.new",
                body,
                Urls.body(id) + "/consultations/new",
                Form.blank().with("askedOn", settings.today()).with("entitled", entitled));
    }

    @PostMapping("/bodies/{id}/consultations/new")
    ModelAndView note(@PathVariable UUID id, Form form) {
        BodyId body = new BodyId(id);
        bodies.one(body);
        return form.submit(
                answers -> read(form, answers),
                facts -> {
                    keeping.note(body, facts);
                    return Go.to(Urls.body(id)).saying("assembly.consultation.noted");
                },
                () -> page("assembly.consultation.new", body, Urls.body(id) + "/consultations/new", form));
    }

    @GetMapping("/consultations/{id}")
    ModelAndView correct(@PathVariable UUID id) {
        Consultation it = minutes.consultation(id);
        return page(
                "assembly.consultation.edit",
                new BodyId(it.body()),
                Urls.HOME + "/consultations/" + id,
                Form.blank()
                        .with("question", it.question())
                        .with("askedOn", it.askedOn())
                        .with("closedOn", it.closedOn())
                        .with("entitled", it.entitled())
                        .with("inFavour", it.inFavour())
                        .with("against", it.against())
                        .with("signed", it.signed())
                        .at(it.version()));
    }

    @PostMapping("/consultations/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        Consultation it = minutes.consultation(id);
        return form.submit(
                answers -> new Corrected(answers.version(), read(form, answers)),
                corrected -> {
                    keeping.correct(id, corrected.version(), corrected.facts());
                    return Go.to(Urls.body(it.body())).saying("assembly.saved");
                },
                () -> page(
                        "assembly.consultation.edit", new BodyId(it.body()), Urls.HOME + "/consultations/" + id, form));
    }

    private static Consultation.Facts read(Form form, Answers answers) {
        int entitled = answers.whole("entitled", 1, MOST);
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
        return new Consultation.Facts(
                asked, closed, answers.text("question", 5_000), entitled, inFavour, against, signed);
    }

    private static int count(Form form, Answers answers, String field) {
        return form.filled(field) ? answers.whole(field, 0, MOST) : 0;
    }

    private ModelAndView page(String key, BodyId body, String action, Form form) {
        return Page.of(
                "outreach/assembly/consultation-form",
                FormPage.of(key, BodyController.about(bodies.one(body)), action, form));
    }
}
