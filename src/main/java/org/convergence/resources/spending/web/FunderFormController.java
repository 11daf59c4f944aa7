package org.convergence.resources.spending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.FinancialReports.ReportFile;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FunderFormFigure;
import org.convergence.resources.spending.domain.FunderFormFigure.FormFact;
import org.convergence.resources.spending.domain.FunderFormService;
import org.convergence.resources.spending.domain.FunderFormService.FunderForm;
import org.convergence.resources.spending.domain.FunderFormService.FunderFormId;
import org.convergence.resources.spending.web.FinancialReportPage.FunderFormPage;
import org.convergence.resources.spending.web.FinancialReportPage.FunderFormPage.FunderFormInput;
import org.convergence.resources.spending.web.FinancialReportPage.FunderFormPage.FunderFormItem;
import org.convergence.resources.spending.web.FinancialReportPage.FunderFormPage.FunderFormListPage;
import org.convergence.resources.spending.web.FinancialReportPage.FunderFormPage.FunderFormRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The funders' own forms for financial reports. */
@Controller
@RequestMapping("/resources/spending")
@Requires(SpendingPermissions.RECORD)
record FunderFormController(FunderFormService service, DocumentService documents) {

    private static final String FIELD = "at-";
    private static final int LONGEST_PLACE = 120;

    @GetMapping("/forms")
    ModelAndView list(@RequestParam BudgetId budget) {
        return listPage(budget, Form.blank());
    }

    private ModelAndView listPage(BudgetId budget, Form form) {
        return PageView.of(
                "resources/spending/funder-forms",
                new FunderFormListPage(
                        form,
                        FunderFormPage.LIST + "?budget=" + budget.value(),
                        FinancialReportPage.url(budget),
                        service.findByBudget(budget).stream()
                                .map(each -> new FunderFormItem(
                                        each.name(), each.places().size(), FunderFormPage.url(each.id())))
                                .toList()));
    }

    @PostMapping("/forms")
    ModelAndView add(@RequestParam BudgetId budget, Form form) {
        return form.submit(
                FunderFormController::readFile,
                file -> {
                    try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
                        return SeeOther.to(FunderFormPage.url(service.create(budget, prepared)))
                                .withNotice("spending.form.added");
                    }
                },
                () -> listPage(budget, form));
    }

    private static @Nullable MultipartFile readFile(FormValues answers) {
        MultipartFile file = answers.file("file");
        if (file == null) {
            answers.reject("file", "shell.form.required");
        }
        return file;
    }

    @GetMapping("/forms/{id}")
    @Requires(SpendingPermissions.READ)
    ModelAndView show(@PathVariable FunderFormId id, Words t) {
        FunderForm form = service.findById(id);
        Form values = Form.blank();
        form.places().forEach((key, place) -> values.with(FIELD + key, place));
        return page(form, values.atVersion(form.version()), t);
    }

    private ModelAndView page(FunderForm funderForm, Form form, Words t) {
        List<ReportedLine> lines = service.findLines(funderForm);
        List<FunderFormRow> rows = new ArrayList<>();
        for (ReportedLine line : lines) {
            String name = BudgetLines.name(line.code(), line.label());
            rows.add(new FunderFormRow(
                    name,
                    Stream.of(FunderFormFigure.values())
                            .map(figure -> input(figure.keyOf(line), name, figure, t))
                            .toList()));
        }
        List<@Nullable FunderFormInput> totals = new ArrayList<>();
        for (FunderFormFigure figure : FunderFormFigure.values()) {
            totals.add(
                    figure.isAmount() ? input(figure.keyOfTotal(), t.say("public.spending.total"), figure, t) : null);
        }
        rows.add(new FunderFormRow(t.say("public.spending.total"), totals));
        return PageView.of(
                "resources/spending/funder-form",
                new FunderFormPage(
                        form,
                        FunderFormPage.url(funderForm.id()),
                        funderForm.name(),
                        FinancialReportPage.url(funderForm.budget()),
                        "/platform/document/" + funderForm.document().value(),
                        service.findPlaces(funderForm),
                        Stream.of(FormFact.values())
                                .map(fact ->
                                        new FunderFormInput(FIELD + fact.key(), t.say("spending.form.fact." + fact)))
                                .toList(),
                        Stream.of(FunderFormFigure.values())
                                .map(figure -> t.say("spending.form.figure." + figure))
                                .toList(),
                        rows,
                        CurrentActor.get().may(SpendingPermissions.RECORD)));
    }

    private static FunderFormInput input(String key, String row, FunderFormFigure figure, Words t) {
        return new FunderFormInput(FIELD + key, row + ", " + t.say("spending.form.figure." + figure));
    }

    @PostMapping("/forms/{id}")
    ModelAndView place(@PathVariable FunderFormId id, Form form, Words t) {
        FunderForm before = service.findById(id);
        return form.submit(
                answers -> new PlacesInput(answers.version(), readPlaces(answers, service.findLines(before))),
                input -> {
                    service.place(id, input.version(), input.places());
                    return SeeOther.to(FinancialReportPage.url(before.budget())).withNotice("spending.form.placed");
                },
                () -> page(before, form, t));
    }

    private record PlacesInput(int version, Map<String, String> places) {}

    private static Map<String, String> readPlaces(FormValues answers, List<ReportedLine> lines) {
        List<String> keys = new ArrayList<>();
        Stream.of(FormFact.values()).map(FormFact::key).forEach(keys::add);
        for (FunderFormFigure figure : FunderFormFigure.values()) {
            lines.stream().map(figure::keyOf).forEach(keys::add);
            if (figure.isAmount()) {
                keys.add(figure.keyOfTotal());
            }
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (String key : keys) {
            String place = answers.optionalText(FIELD + key, LONGEST_PLACE);
            if (place != null) {
                places.put(key, place);
            }
        }
        return places;
    }

    @PostMapping("/forms/{id}/remove")
    ModelAndView remove(@PathVariable FunderFormId id, Form form, Words t) {
        FunderForm before = service.findById(id);
        return form.submit(
                FormValues::version,
                version -> {
                    service.delete(id, version);
                    return SeeOther.to(FinancialReportPage.url(before.budget())).withNotice("spending.form.removed");
                },
                () -> page(before, form, t));
    }

    @GetMapping("/report/{report}/form/{id}")
    @Requires(SpendingPermissions.READ)
    void fill(
            @PathVariable FinancialReportId report,
            @PathVariable FunderFormId id,
            Words t,
            HttpServletResponse response)
            throws IOException {
        ReportFile file = service.fill(report, id, t);
        FileDownload.setHeaders(response, file.name(), file.mediaType());
        file.writer().writeTo(response.getOutputStream());
    }
}
