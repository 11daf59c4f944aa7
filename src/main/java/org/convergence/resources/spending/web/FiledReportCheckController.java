package org.convergence.resources.spending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.FinancialReports.ReportFile;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FiledReportCheckService;
import org.convergence.resources.spending.domain.FiledReportCheckService.CheckedReport;
import org.convergence.resources.spending.web.FinancialReportPage.FiledReportCheckPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Filed reports and their samples, for people who check money and may not see people. */
@Controller
@RequestMapping(FiledReportCheckController.PATH)
@Requires(SpendingPermissions.BUDGET)
record FiledReportCheckController(FiledReportCheckService checks) {

    static final String PATH = ExpensePage.LIST + "/check";

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable FinancialReportId id, Words t) {
        CheckedReport found = checks.findById(id);
        return PageView.of(
                "resources/spending/check",
                new FiledReportCheckPage(
                        PATH + "/" + id.value(),
                        FinancialReportPage.url(found.row().budget()),
                        found.report().title(),
                        t.capital(t.period(found.row().startsOn(), found.row().endsOn())),
                        FinancialReportPageAssembler.state(found.row(), t),
                        FunderLinkController.lines(found.report(), t),
                        FunderLinkController.total(found.report(), t),
                        FunderLinkController.books(found.report().books(), t),
                        ThreadLocalRandom.current().nextInt(1, 1_000_000)));
    }

    @GetMapping("/{id}/sample.{format}")
    void sample(
            @PathVariable FinancialReportId id,
            @PathVariable String format,
            @RequestParam int seed,
            Words t,
            HttpServletResponse response)
            throws IOException {
        ReportFile file = checks.findSample(id, seed, format, t);
        FileDownload.setHeaders(response, file.name(), file.mediaType());
        file.writer().writeTo(response.getOutputStream());
    }
}
