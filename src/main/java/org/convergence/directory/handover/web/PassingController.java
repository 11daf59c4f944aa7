package org.convergence.directory.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.handover.Fate;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.domain.Comings;
import org.convergence.directory.handover.domain.HandoverPreview;
import org.convergence.directory.handover.domain.Handovers;
import org.convergence.directory.handover.domain.Inventory;
import org.convergence.directory.handover.domain.Passage;
import org.convergence.directory.handover.domain.Passing;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.PartyPage;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** « Passation de … »: everything a person holds, and the hand-over. A person sees their own. */
@Controller
@RequestMapping("/directory/handover/of/{person}")
@Requires(HandoverPermissions.OWN)
class PassingController {

    private static final String LAST_DAY = "lastDay";
    private static final String SUCCESSOR = "successor";
    private static final String OTHER = "other";

    /** The mark of the preview that the form shows. */
    private static final String SHOWN = "shown";

    private final Handovers handovers;
    private final Passing passing;
    private final Comings comings;
    private final Chooser chooser;
    private final LetterStatusService statuses;
    private final OrganisationSettings settings;

    PassingController(
            Handovers handovers,
            Passing passing,
            Comings comings,
            Chooser chooser,
            LetterStatusService statuses,
            OrganisationSettings settings) {
        this.handovers = handovers;
        this.passing = passing;
        this.comings = comings;
        this.chooser = chooser;
        this.statuses = statuses;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID person, Words t) {
        PersonId id = new PersonId(person);
        LocalDate lastDay = lastDay(id);
        return page(id, lastDay, Form.blank().with(LAST_DAY, lastDay), null, t);
    }

    /** Passes on what was shown; anything else is shown first. */
    @PostMapping
    @Requires(HandoverPermissions.PASS)
    ModelAndView pass(@PathVariable UUID person, Form form, Words t) {
        PersonId id = new PersonId(person);
        return form.submit(
                answers -> read(id, form, answers),
                asked -> {
                    HandoverPreview preview = passing.preview(asked, t);
                    if (!preview.mark().equals(form.value(SHOWN))) {
                        return page(id, asked.lastDay(), form.with(SHOWN, preview.mark()), preview, t);
                    }
                    Passing.Passed passed = passing.pass(asked, t);
                    String url = HandoverController.ROOM + "/" + passed.id().value();
                    return passed.unreached() == 0
                            ? Go.to(url).saying("handover.passed")
                            : Go.to(url).warning("handover.passed.unreached", passed.unreached());
                },
                () -> page(id, typedDay(id, form), form, null, t));
    }

    private Passage read(PersonId person, Form form, Answers answers) {
        String note = answers.optionalText("note", Passage.LONGEST_NOTE);
        return new Passage(
                person,
                answers.date(LAST_DAY),
                chooser.chosenPersons(form, SUCCESSOR, 1).first(),
                chooser.chosenPersons(form, OTHER, 1).first(),
                new HashSet<>(answers.ids("toOther")),
                note == null ? "" : note,
                form.value("mark"));
    }

    /** The holdings as a pack on paper, before the hand-over. */
    @GetMapping("/file/{format}")
    void file(@PathVariable UUID person, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        Rendering rendering = Packs.format(format);
        PersonId id = new PersonId(person);
        LocalDate today = settings.today();
        Inventory all = handovers.inventory(id, lastDay(id), t);
        List<HeldPart> parts = new ArrayList<>(HeldPart.of(all.of(Fate.PASSES), today, t));
        parts.addAll(HeldPart.of(all.of(Fate.REMAINS), today, t));
        Packs.send(
                PackPaper.of(
                        handovers.person(id).name(),
                        t.date(today),
                        settings.current().name(),
                        "",
                        parts,
                        handovers.background(all.passing(), t),
                        t),
                rendering,
                t,
                response);
    }

    private LocalDate lastDay(PersonId person) {
        LocalDate today = settings.today();
        return CurrentActor.get().may(HandoverPermissions.PASS)
                ? comings.lastDay(person).orElse(today)
                : today;
    }

    /** The typed day, where it is readable and within a year of today. */
    private LocalDate typedDay(PersonId person, Form form) {
        LocalDate today = settings.today();
        LocalDate typed = DateReader.read(form.value(LAST_DAY)).orElseGet(() -> lastDay(person));
        return typed.isAfter(today.plusYears(1)) || typed.isBefore(today.minusYears(1)) ? today : typed;
    }

    private ModelAndView page(
            PersonId person, LocalDate lastDay, Form form, @Nullable HandoverPreview preview, Words t) {
        Inventory all = handovers.inventory(person, lastDay, t);
        LocalDate today = settings.today();
        boolean may = CurrentActor.get().may(HandoverPermissions.PASS);
        return Page.of(
                "directory/handover/passing",
                new PassingPage(
                        handovers.person(person).name(),
                        HandoverController.ROOM + "/of/" + person.value(),
                        may ? PartyPage.of(person) : "/",
                        all.mark(),
                        may,
                        statuses.isMailSet(),
                        HeldPart.of(all.of(Fate.PASSES), today, t),
                        HeldPart.of(all.of(Fate.ENDS), today, t),
                        HeldPart.of(all.of(Fate.REMAINS), today, t),
                        chooser.persons(form, SUCCESSOR, 1, List.of()),
                        chooser.persons(form, OTHER, 1, List.of()),
                        preview,
                        form));
    }
}
