package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.BodyQueries.MandateDetails;
import org.convergence.outreach.assembly.domain.BodyQueries.SeatDetails;
import org.convergence.outreach.assembly.domain.GovernancePolicy;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.outreach.assembly.domain.SeatService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adds, corrects and deletes mandates. */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.KEEP)
record MandateController(BodyQueries bodies, SeatService seats, PartyChooser chooser, OrganisationSettings settings) {

    private static final String FIELD = "person";

    private record MandateInput(@Nullable PersonId person, SeatRole role, BodyForm.DaySpan span) {}

    private record MandateChange(int version, BodyForm.DaySpan span) {}

    @GetMapping("/seats/{id}/mandates/new")
    ModelAndView appoint(@PathVariable UUID id, Form asked) {
        Form form = Form.blank().with("since", settings.today()).with("role", SeatRole.HOLDER);
        if (asked.value("role").equals(SeatRole.SUBSTITUTE.name())) {
            form.with("role", SeatRole.SUBSTITUTE);
        }
        return appointing(bodies.seat(id), form);
    }

    @PostMapping("/seats/{id}/mandates/new")
    ModelAndView appointed(@PathVariable UUID id, Form form) {
        SeatDetails seat = bodies.seat(id);
        return form.submit(
                answers -> read(form, answers),
                said -> {
                    PersonId person = said.person();
                    if (person != null) {
                        seats.appoint(
                                id,
                                said.role(),
                                person,
                                said.span().since(),
                                said.span().until());
                    }
                    return said(seat, said.span().since());
                },
                () -> appointing(seat, form));
    }

    /** A change on the board must also be declared to the registrar (R-GOV-15). */
    private ModelAndView said(SeatDetails seat, LocalDate since) {
        SeeOther go = SeeOther.to(AssemblyUrls.body(seat.body().value()));
        return bodies.findById(seat.body()).kind() == BodyKind.BOARD
                ? go.withNotice("assembly.mandate.said.board", since.plusDays(GovernancePolicy.REGISTRAR_DAYS))
                : go.withNotice("assembly.mandate.said");
    }

    private MandateInput read(Form form, FormValues answers) {
        PersonId person = chooser.chosenPersons(form, FIELD, 1).first();
        if (person == null && form.problem(FIELD) == null) {
            form.reject(FIELD, "shell.form.required");
        }
        return new MandateInput(person, answers.choice("role", SeatRole.class), BodyForm.span(form, answers));
    }

    private ModelAndView appointing(SeatDetails seat, Form form) {
        var body = bodies.findById(seat.body());
        return PageView.of(
                "outreach/assembly/mandate-form",
                new MandatePage(
                        AssemblyFormPage.choosing(
                                "assembly.mandate.new",
                                BodyController.about(body),
                                AssemblyUrls.seat(seat.id()) + "/mandates/new",
                                form,
                                chooser.persons(form, FIELD, 1, List.of())),
                        bodies.findRulesOn(seat.body(), settings.today()).termMonths(),
                        null));
    }

    @GetMapping("/mandates/{id}")
    ModelAndView correct(@PathVariable UUID id) {
        MandateDetails said = bodies.findMandate(id);
        return correct(
                said,
                Form.blank()
                        .with("since", said.since())
                        .with("until", said.until())
                        .atVersion(said.version()));
    }

    @PostMapping("/mandates/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        MandateDetails said = bodies.findMandate(id);
        return form.submit(
                answers -> new MandateChange(answers.version(), BodyForm.span(form, answers)),
                corrected -> {
                    seats.correctMandate(
                            id,
                            corrected.version(),
                            corrected.span().since(),
                            corrected.span().until());
                    return SeeOther.to(AssemblyUrls.body(
                                    bodies.seat(said.seat()).body().value()))
                            .withNotice("assembly.saved");
                },
                () -> correct(said, form));
    }

    private ModelAndView correct(MandateDetails said, Form form) {
        SeatDetails seat = bodies.seat(said.seat());
        return PageView.of(
                "outreach/assembly/mandate-form",
                new MandatePage(
                        AssemblyFormPage.of(
                                "assembly.mandate.edit",
                                BodyController.about(bodies.findById(seat.body())),
                                AssemblyUrls.mandate(said.id()),
                                form),
                        bodies.findRulesOn(seat.body(), settings.today()).termMonths(),
                        chooser.displayName(said.person().value().toString())));
    }

    @PostMapping("/mandates/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UUID id) {
        UUID body = bodies.seat(bodies.findMandate(id).seat()).body().value();
        seats.withdrawMandate(id);
        return SeeOther.to(AssemblyUrls.body(body)).withNotice("assembly.mandate.withdrawn");
    }
}
