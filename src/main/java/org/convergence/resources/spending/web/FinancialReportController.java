package org.convergence.resources.spending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.FinancialReports.ReportFile;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReportFiles;
import org.convergence.resources.spending.domain.FinancialReportQueries;
import org.convergence.resources.spending.domain.FinancialReportQueries.FinancialReportRow;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.convergence.resources.spending.web.FinancialReportPage.FinancialReportItem;
import org.convergence.resources.spending.web.FinancialReportPage.FinancialReportListPage;
import org.convergence.resources.spending.web.FinancialReportPage.FunderFormPage;
import org.convergence.resources.spending.web.FinancialReportPage.VariancePage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The financial reports of a budget: their periods, explanations, approval, filing and files. */
@Controller
@RequestMapping("/resources/spending")
@Requires(SpendingPermissions.RECORD)
record FinancialReportController(
        FinancialReportService service,
        FinancialReportQueries queries,
        FinancialReportFiles files,
        FinancialReportPageAssembler pages,
        OrganisationSettings settings) {

    @GetMapping("/report")
    @Requires(SpendingPermissions.BUDGET)
    ModelAndView list(@RequestParam BudgetId budget, Words t) {
        ReportedBudget of = queries.findBudget(budget);
        BudgetPeriod year = FinancialReportService.proposePeriod(of, queries.findByBudget(budget), settings.today());
        return listPage(
                of,
                Form.blank()
                        .with(FinancialReportPage.FROM.name(), year.startsOn())
                        .with(FinancialReportPage.TO.name(), year.endsOn()),
                t);
    }

    private ModelAndView listPage(ReportedBudget budget, Form form, Words t) {
        return PageView.of(
                "resources/spending/reports",
                new FinancialReportListPage(
                        budget.title(),
                        budget.url(),
                        queries.findByBudget(budget.id()).stream()
                                .map(row -> new FinancialReportItem(
                                        FinancialReportPage.url(row.id()),
                                        t.capital(t.period(row.startsOn(), row.endsOn())),
                                        FinancialReportPageAssembler.tone(row),
                                        FinancialReportPageAssembler.state(row, t)))
                                .toList(),
                        FunderFormPage.LIST + "?budget=" + budget.id().value(),
                        budget.id().value().toString(),
                        CurrentActor.get().may(SpendingPermissions.RECORD) ? form : null));
    }

    @PostMapping("/report")
    ModelAndView open(@RequestParam BudgetId budget, Form form, Words t) {
        return form.submit(
                answers -> readPeriod(budget, answers),
                period -> SeeOther.to(FinancialReportPage.url(service.open(budget, period))),
                () -> listPage(queries.findBudget(budget), form, t));
    }

    private BudgetPeriod readPeriod(BudgetId budget, FormValues answers) {
        LocalDate from = answers.get(FinancialReportPage.FROM);
        LocalDate to = answers.get(FinancialReportPage.TO);
        if (to.isBefore(from)) {
            answers.reject(FinancialReportPage.TO.name(), "spending.report.refused.days");
        }
        BudgetPeriod period = new BudgetPeriod(from, to);
        if (!answers.get(FinancialReportPage.OVERLAP)) {
            queries.findOverlap(budget, period)
                    .ifPresent(other -> answers.reject(
                            FinancialReportPage.OVERLAP.name(),
                            "spending.report.refused.overlap",
                            other.startsOn(),
                            other.endsOn()));
        }
        return period;
    }

    /** The report; its figures alone for readers of budgets who may not see suppliers and vouchers. */
    @GetMapping("/report/{id}")
    @Requires(SpendingPermissions.BUDGET)
    ModelAndView show(
            @PathVariable FinancialReportId id, @RequestParam(required = false) @Nullable String line, Words t) {
        if (!CurrentActor.get().may(SpendingPermissions.READ)) {
            return PageView.of("resources/spending/report-figures", pages.assembleFigures(queries.findById(id), t));
        }
        return PageView.of("resources/spending/report", pages.assemble(queries.findById(id), line, Form.blank(), t));
    }

    private ModelAndView page(FinancialReportId id, Form form, Words t) {
        return PageView.of("resources/spending/report", pages.assemble(queries.findById(id), null, form, t));
    }

    @GetMapping("/report/{id}/financial.{format}")
    @Requires(SpendingPermissions.READ)
    void download(
            @PathVariable FinancialReportId id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        ReportFile file = files.find(id, format, t);
        FileDownload.setHeaders(response, file.name(), file.mediaType());
        file.writer().writeTo(response.getOutputStream());
    }

    /** A sample of a filed report for the people who check it; the address states the seed. */
    @GetMapping("/report/{id}/sample.{format}")
    @Requires(SpendingPermissions.READ)
    void sample(
            @PathVariable FinancialReportId id,
            @PathVariable String format,
            @RequestParam int seed,
            Words t,
            HttpServletResponse response)
            throws IOException {
        ReportFile file = files.findSample(id, seed, format, t);
        FileDownload.setHeaders(response, file.name(), file.mediaType());
        file.writer().writeTo(response.getOutputStream());
    }

    @PostMapping("/report/{id}/approve")
    @Requires(SpendingPermissions.APPROVE)
    ModelAndView approve(@PathVariable FinancialReportId id, Form form, Words t) {
        return act(id, form, t, version -> service.approve(id, version), "spending.report.approved");
    }

    @PostMapping("/report/{id}/file")
    ModelAndView file(@PathVariable FinancialReportId id, Form form, Words t) {
        return act(id, form, t, version -> service.file(id, version, t.language()), "spending.report.filed");
    }

    private ModelAndView act(FinancialReportId id, Form form, Words t, Consumer<Integer> act, String notice) {
        return form.submit(
                FormValues::version,
                version -> {
                    act.accept(version);
                    return SeeOther.to(FinancialReportPage.url(id)).withNotice(notice);
                },
                () -> page(id, form, t));
    }

    @PostMapping("/report/{id}/remove")
    ModelAndView remove(@PathVariable FinancialReportId id, Form form, Words t) {
        FinancialReportRow row = queries.findById(id);
        return form.submit(
                FormValues::version,
                version -> {
                    service.delete(id, version);
                    return SeeOther.to(FinancialReportPage.url(row.budget())).withNotice("spending.report.removed");
                },
                () -> page(id, form, t));
    }

    @GetMapping("/line/{line}/variance")
    ModelAndView explainForm(@PathVariable BudgetLineId line, Form asked, Words t) {
        BudgetPeriod period = period(line, asked);
        return variancePage(
                line,
                period,
                asked.with(
                        FinancialReportPage.REASON.name(),
                        queries.findLine(line, period).reason()),
                t);
    }

    @PostMapping("/line/{line}/variance")
    ModelAndView explain(@PathVariable BudgetLineId line, Form form, Words t) {
        BudgetPeriod period = period(line, form);
        return form.submit(
                answers -> answers.get(FinancialReportPage.REASON),
                reason -> {
                    service.explain(line, period, reason);
                    return SeeOther.back(
                                    form.value("back"), queries.findBudget(line).url())
                            .withNotice("spending.report.explained");
                },
                () -> variancePage(line, period, form, t));
    }

    /** The period of the address; the year of the budget in which today lies if it says none. */
    private BudgetPeriod period(BudgetLineId line, Form form) {
        ReportedBudget budget = queries.findBudget(line);
        BudgetPeriod year = BudgetPeriod.yearOf(budget.startsOn(), budget.endsOn(), settings.today());
        LocalDate from =
                DateReader.read(form.value(FinancialReportPage.FROM.name())).orElse(year.startsOn());
        LocalDate to =
                DateReader.read(form.value(FinancialReportPage.TO.name())).orElse(year.endsOn());
        return to.isBefore(from) ? year : new BudgetPeriod(from, to);
    }

    private ModelAndView variancePage(BudgetLineId line, BudgetPeriod period, Form form, Words t) {
        ReportedBudget budget = queries.findBudget(line);
        ReportedLine now = queries.findLine(line, period);
        form.with(FinancialReportPage.FROM.name(), period.startsOn())
                .with(FinancialReportPage.TO.name(), period.endsOn());
        return PageView.of(
                "resources/spending/variance",
                new VariancePage(
                        ExpensePage.LIST + "/line/" + line.value() + "/variance",
                        form.filled("back") && SeeOther.isLocal(form.value("back")) ? form.value("back") : budget.url(),
                        BudgetLines.name(now.code(), now.label()),
                        t.say(
                                now.variance().signum() > 0
                                        ? "spending.report.variance.over"
                                        : "spending.report.variance.under",
                                t.money(now.variance().abs(), budget.currency()),
                                t.money(now.cumulative(), budget.currency()),
                                t.money(now.expected(), budget.currency()),
                                period.measuredOn(settings.today())),
                        form));
    }
}
