package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.BodyReading;
import org.convergence.outreach.assembly.domain.BodyReading.MandateSaid;
import org.convergence.outreach.assembly.domain.BodyReading.SeatSaid;
import org.convergence.outreach.assembly.domain.GovernancePolicy;
import org.convergence.outreach.assembly.domain.SeatKeeping;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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
class MandateController {

    private static final String FIELD = "person";

    private final BodyReading reading;
    private final SeatKeeping keeping;
    private final Chooser chooser;
    private final OrganisationSettings settings;

    MandateController(BodyReading reading, SeatKeeping keeping, Chooser chooser, OrganisationSettings settings) {
        this.reading = reading;
        this.keeping = keeping;
        this.chooser = chooser;
        this.settings = settings;
    }

    private record Appointed(@Nullable PersonId person, SeatRole role, BodyForms.Span span) {}

    private record Corrected(int version, BodyForms.Span span) {}

    @GetMapping("/seats/{id}/mandates/new")
    ModelAndView appoint(@PathVariable UUID id, Form asked) {
        Form form = Form.blank().with("since", settings.today()).with("role", SeatRole.HOLDER);
        if (asked.value("role").equals(SeatRole.SUBSTITUTE.name())) {
            form.with("role", SeatRole.SUBSTITUTE);
        }
        return appointing(reading.seat(id), form);
    }

    @PostMapping("/seats/{id}/mandates/new")
    ModelAndView appointed(@PathVariable UUID id, Form form) {
        SeatSaid seat = reading.seat(id);
        return form.submit(
                answers -> read(form, answers),
                said -> {
                    PersonId person = said.person();
                    if (person != null) {
                        keeping.appoint(
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
    private ModelAndView said(SeatSaid seat, LocalDate since) {
        Go go = Go.to(Urls.body(seat.body().value()));
        return reading.one(seat.body()).kind() == BodyKind.BOARD
                ? go.saying("assembly.mandate.said.board", since.plusDays(GovernancePolicy.REGISTRAR_DAYS))
                : go.saying("assembly.mandate.said");
    }

    private Appointed read(Form form, Answers answers) {
        PersonId person = chooser.chosenPersons(form, FIELD, 1).first();
        if (person == null && form.problem(FIELD) == null) {
            form.reject(FIELD, "shell.form.required");
        }
        return new Appointed(person, answers.choice("role", SeatRole.class), BodyForms.span(form, answers));
    }

    private ModelAndView appointing(SeatSaid seat, Form form) {
        var body = reading.one(seat.body());
        return Page.of(
                "outreach/assembly/mandate-form",
                new MandatePage(
                        FormPage.choosing(
                                "assembly.mandate.new",
                                BodyController.about(body),
                                Urls.seat(seat.id()) + "/mandates/new",
                                form,
                                chooser.persons(form, FIELD, 1, List.of())),
                        reading.rulesOn(seat.body(), settings.today()).termMonths(),
                        null));
    }

    @GetMapping("/mandates/{id}")
    ModelAndView correct(@PathVariable UUID id) {
        MandateSaid said = reading.mandate(id);
        return correct(
                said,
                Form.blank()
                        .with("since", said.since())
                        .with("until", said.until())
                        .at(said.version()));
    }

    @PostMapping("/mandates/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        MandateSaid said = reading.mandate(id);
        return form.submit(
                answers -> new Corrected(answers.version(), BodyForms.span(form, answers)),
                corrected -> {
                    keeping.correctMandate(
                            id,
                            corrected.version(),
                            corrected.span().since(),
                            corrected.span().until());
                    return Go.to(Urls.body(reading.seat(said.seat()).body().value()))
                            .saying("assembly.saved");
                },
                () -> correct(said, form));
    }

    private ModelAndView correct(MandateSaid said, Form form) {
        SeatSaid seat = reading.seat(said.seat());
        return Page.of(
                "outreach/assembly/mandate-form",
                new MandatePage(
                        FormPage.of(
                                "assembly.mandate.edit",
                                BodyController.about(reading.one(seat.body())),
                                Urls.mandate(said.id()),
                                form),
                        reading.rulesOn(seat.body(), settings.today()).termMonths(),
                        chooser.shown(said.person().value().toString())));
    }

    @PostMapping("/mandates/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UUID id) {
        UUID body = reading.seat(reading.mandate(id).seat()).body().value();
        keeping.withdrawMandate(id);
        return Go.to(Urls.body(body)).saying("assembly.mandate.withdrawn");
    }
}
