package org.convergence.outreach.exhibition.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.outreach.exhibition.ExhibitionPermissions;
import org.convergence.outreach.exhibition.domain.Exhibition;
import org.convergence.outreach.exhibition.domain.Exhibition.BookingFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ConditionReport;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionBooking;
import org.convergence.outreach.exhibition.domain.Exhibition.ReportFacts;
import org.convergence.outreach.exhibition.domain.Exhibition.ReportMoment;
import org.convergence.outreach.exhibition.domain.ExhibitionQueries;
import org.convergence.outreach.exhibition.domain.ExhibitionService;
import org.convergence.outreach.exhibition.domain.StopService;
import org.convergence.outreach.exhibition.web.ExhibitionPage.BookingPage;
import org.convergence.outreach.exhibition.web.ExhibitionPage.ExhibitionFormPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One booking: its page, and the forms of its steps. */
@Controller
@RequestMapping("/outreach/exhibition/bookings/{booking}")
@Requires(ExhibitionPermissions.EDIT)
record BookingController(
        ExhibitionQueries queries,
        ExhibitionService exhibitions,
        StopService stops,
        DocumentService documents,
        ExhibitionForm forms,
        OrganisationSettings settings) {

    private static final Set<String> STEPS =
            Set.of("booking", "check", "contract", "departure", "return", "settle", "count", "drop");

    @GetMapping
    @Requires(ExhibitionPermissions.READ)
    ModelAndView show(@PathVariable UUID booking) {
        ExhibitionBooking it = queries.findBooking(booking);
        Exhibition exhibition = queries.findById(it.exhibition());
        List<ConditionReport> reports = queries.findReports(booking);
        boolean mayEdit = CurrentActor.get().may(ExhibitionPermissions.EDIT);
        LocalDate first = it.state().isAsking() ? queries.findFirstOpening(exhibition, booking, it.open()) : null;
        return PageView.of(
                "outreach/exhibition/booking",
                new BookingPage(
                        ExhibitionPage.url(booking),
                        ExhibitionPage.url(it.exhibition()),
                        exhibition,
                        it,
                        it.open().from().equals(first) ? null : first,
                        reports,
                        queries.findPhotographs(reports),
                        mayEdit));
    }

    private ExhibitionBooking find(UUID booking, String step) {
        if (!STEPS.contains(step)) {
            throw new NotFound("exhibition");
        }
        return queries.findBooking(booking);
    }

    @GetMapping("/{step}")
    ModelAndView open(@PathVariable UUID booking, @PathVariable String step) {
        ExhibitionBooking it = find(booking, step);
        Form form = ExhibitionForm.open(it).with(ExhibitionForm.ON.name(), settings.today());
        queries.findReports(booking).stream()
                .filter(each -> each.moment().step().equals(step))
                .forEach(each -> ExhibitionForm.add(form, each));
        return formPage(it, step, form);
    }

    private ModelAndView formPage(ExhibitionBooking booking, String step, Form form) {
        return PageView.of(
                "outreach/exhibition/form",
                new ExhibitionFormPage(
                        step,
                        queries.findById(booking.exhibition()),
                        booking,
                        form,
                        List.of(),
                        step.equals("booking") ? forms.host(form) : null));
    }

    @PostMapping("/{step}")
    ModelAndView take(@PathVariable UUID booking, @PathVariable String step, Form form) {
        ExhibitionBooking it = find(booking, step);
        return form.submit(
                answers -> read(booking, step, answers),
                act -> {
                    act.run();
                    return to(it, "exhibition.saved");
                },
                () -> formPage(it, step, form));
    }

    /** Reads the form of a step; what it returns takes the step. */
    private Runnable read(UUID booking, String step, FormValues answers) {
        int version = answers.version();
        switch (step) {
            case "booking" -> {
                BookingFacts facts = forms.readBooking(answers);
                return () -> exhibitions.update(booking, version, facts);
            }
            case "check" -> {
                String space = answers.get(ExhibitionForm.SPACE_NOTE);
                String security = answers.get(ExhibitionForm.SECURITY_NOTE);
                return () -> exhibitions.check(booking, version, space, security);
            }
            case "contract" -> {
                LocalDate on = answers.get(ExhibitionForm.ON);
                boolean nailToNail = answers.get(ExhibitionForm.NAIL_TO_NAIL);
                boolean liability = answers.get(ExhibitionForm.LIABILITY);
                return () -> exhibitions.sign(booking, version, on, nailToNail, liability);
            }
            case "settle" -> {
                LocalDate on = answers.get(ExhibitionForm.ON);
                String settlement = answers.get(ExhibitionForm.SETTLEMENT);
                return () -> stops.settle(booking, version, on, settlement);
            }
            case "count" -> {
                int people = answers.get(ExhibitionForm.PEOPLE);
                return () -> stops.count(booking, version, people);
            }
            case "drop" -> {
                String reason = answers.get(ExhibitionForm.REASON);
                return () -> exhibitions.drop(booking, version, reason);
            }
            default -> {
                ReportMoment moment = step.equals("return") ? ReportMoment.RETURN : ReportMoment.DEPARTURE;
                ReportFacts facts = ExhibitionForm.readReport(answers);
                List<MultipartFile> files = answers.files(ExhibitionForm.PHOTOGRAPHS);
                return () -> report(booking, version, moment, facts, files);
            }
        }
    }

    private void report(UUID booking, int version, ReportMoment moment, ReportFacts facts, List<MultipartFile> files) {
        List<PreparedDocument> photographs = new ArrayList<>();
        try {
            for (MultipartFile file : files) {
                photographs.add(documents.prepare(Upload.of(file.getOriginalFilename(), file)));
            }
            stops.report(booking, version, moment, facts, photographs);
        } finally {
            photographs.forEach(PreparedDocument::close);
        }
    }

    private static SeeOther to(ExhibitionBooking booking, String notice) {
        return SeeOther.to(ExhibitionPage.url(booking.id())).withNotice(notice);
    }

    /** What is done at once, by a button. */
    @PostMapping("/acts/{act}")
    ModelAndView act(@PathVariable UUID booking, @PathVariable String act, Form form) {
        ExhibitionBooking it = queries.findBooking(booking);
        SeeOther done = to(it, "exhibition.done." + act);
        String url = ExhibitionPage.url(booking);
        switch (act) {
            case "reserve" -> {
                exhibitions.reserve(booking, form.read(FormValues::version));
                done.withUndo(url + "/acts/reopen");
            }
            case "transport" -> {
                exhibitions.setTransport(booking, settings.today());
                done.withUndo(url + "/acts/transport-back");
            }
            case "transport-back", "transport-off" -> exhibitions.setTransport(booking, null);
            case "reopen" -> exhibitions.reopen(booking);
            default -> throw new NotFound("exhibition");
        }
        return done;
    }
}
