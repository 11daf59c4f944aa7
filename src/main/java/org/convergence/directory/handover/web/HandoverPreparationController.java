package org.convergence.directory.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.Holding.HandoverOutcome;
import org.convergence.directory.handover.domain.ArrivalsAndDepartures;
import org.convergence.directory.handover.domain.HandoverQueries;
import org.convergence.directory.handover.domain.HandoverService;
import org.convergence.directory.handover.domain.HandoverService.HandoverInstruction;
import org.convergence.directory.handover.domain.HandoverService.HandoverPreview;
import org.convergence.directory.handover.domain.Inventory;
import org.convergence.directory.handover.web.HandoverPage.HandoverPreparationPage;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
record HandoverPreparationController(
        HandoverQueries handovers,
        HandoverService handoverService,
        ArrivalsAndDepartures comings,
        PartyChooser chooser,
        LetterStatusService statuses,
        OrganisationSettings settings) {

    private static final String LAST_DAY = "lastDay";
    private static final String SUCCESSOR = "successor";
    private static final String OTHER = "other";

    /** The mark of the preview that the form shows. */
    private static final String SHOWN = "shown";

    @GetMapping
    ModelAndView show(@PathVariable PersonId person, Words t) {
        LocalDate lastDay = lastDay(person);
        return page(person, lastDay, Form.blank().with(LAST_DAY, lastDay), null, t);
    }

    /** Hands over the items that were previewed; if they changed meanwhile, shows the new preview instead. */
    @PostMapping
    @Requires(HandoverPermissions.PASS)
    ModelAndView pass(@PathVariable PersonId person, Form form, Words t) {
        return form.submit(
                answers -> read(person, form, answers),
                asked -> {
                    HandoverPreview preview = handoverService.preview(asked, t);
                    if (!preview.mark().equals(form.value(SHOWN))) {
                        return page(person, asked.lastDay(), form.with(SHOWN, preview.mark()), preview, t);
                    }
                    HandoverService.HandoverResult passed = handoverService.handOver(asked, t);
                    String url = HandoverController.ROOM + "/" + passed.id().value();
                    return passed.unreached() == 0
                            ? SeeOther.to(url).withNotice("handover.passed")
                            : SeeOther.to(url).withWarning("handover.passed.unreached", passed.unreached());
                },
                () -> page(person, typedDay(person, form), form, null, t));
    }

    private HandoverInstruction read(PersonId person, Form form, FormValues answers) {
        String note = answers.optionalText("note", HandoverInstruction.LONGEST_NOTE);
        return new HandoverInstruction(
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
    void file(@PathVariable PersonId person, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        PaperFormat rendering = HandoverPackAssembler.format(format);
        LocalDate today = settings.today();
        Inventory all = handovers.findInventory(person, lastDay(person), t);
        List<HandoverItemGroup> parts =
                new ArrayList<>(HandoverItemGroup.of(all.groupsWith(HandoverOutcome.PASSES), today, t));
        parts.addAll(HandoverItemGroup.of(all.groupsWith(HandoverOutcome.REMAINS), today, t));
        HandoverPackAssembler.send(
                HandoverPackAssembler.assemble(
                        handovers.findPerson(person).name(),
                        t.date(today),
                        settings.current().name(),
                        "",
                        parts,
                        handovers.findBackground(all.passingIds(), t),
                        t),
                rendering,
                settings.letterhead(),
                t,
                response);
    }

    private LocalDate lastDay(PersonId person) {
        LocalDate today = settings.today();
        return CurrentActor.get().may(HandoverPermissions.PASS)
                ? comings.findLastDay(person).orElse(today)
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
        Inventory all = handovers.findInventory(person, lastDay, t);
        LocalDate today = settings.today();
        boolean may = CurrentActor.get().may(HandoverPermissions.PASS);
        return PageView.of(
                "directory/handover/passing",
                new HandoverPreparationPage(
                        handovers.findPerson(person).name(),
                        HandoverController.ROOM + "/of/" + person.value(),
                        may ? PartyUrls.of(person) : "/",
                        all.fingerprint(),
                        may,
                        statuses.isMailSet(),
                        HandoverItemGroup.of(all.groupsWith(HandoverOutcome.PASSES), today, t),
                        HandoverItemGroup.of(all.groupsWith(HandoverOutcome.ENDS), today, t),
                        HandoverItemGroup.of(all.groupsWith(HandoverOutcome.REMAINS), today, t),
                        chooser.persons(form, SUCCESSOR, 1, List.of()),
                        chooser.persons(form, OTHER, 1, List.of()),
                        preview,
                        form));
    }
}
