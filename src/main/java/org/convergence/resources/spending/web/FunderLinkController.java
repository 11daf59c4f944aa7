package org.convergence.resources.spending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.BudgetOrigins.BudgetOrigin;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.MatchFormatter;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReport;
import org.convergence.resources.spending.domain.FinancialReport.ReportedBooks;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.convergence.resources.spending.domain.FinancialReportPaperAssembler;
import org.convergence.resources.spending.domain.FinancialReportQueries;
import org.convergence.resources.spending.domain.FunderLinkService;
import org.convergence.resources.spending.domain.FunderLinkService.FunderLinkRow;
import org.convergence.resources.spending.domain.FunderLinkService.OpenedReport;
import org.convergence.resources.spending.domain.FunderLinkService.OpenedVoucher;
import org.convergence.resources.spending.domain.ReportCurrencyFormatter;
import org.convergence.resources.spending.web.FinancialReportPage.FunderLinkPage;
import org.convergence.resources.spending.web.FinancialReportPage.FunderLinkPage.FunderLine;
import org.convergence.resources.spending.web.FinancialReportPage.FunderLinkPage.FunderLinkPart;
import org.convergence.resources.spending.web.FinancialReportPage.FunderLinkPage.FunderReportPage;
import org.convergence.resources.spending.web.FinancialReportPage.FunderLinkPage.FunderVoucher;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Makes and ends the links of a filed report; a funder opens the report by its link, without an account: its figures,
 * and the vouchers behind them.
 */
@Controller
@RequestMapping("/resources/spending")
@Requires(SpendingPermissions.RECORD)
record FunderLinkController(
        FunderLinkService links,
        FinancialReportQueries queries,
        AccountActors accounts,
        OrganisationSettings settings) {

    private static final int USUAL_DAYS = 90;

    @GetMapping("/report/{id}/links")
    ModelAndView show(@PathVariable FinancialReportId id, Words t) {
        return page(id, blank(), null, t);
    }

    private Form blank() {
        return Form.blank().with(FunderLinkPage.UNTIL.name(), settings.today().plusDays(USUAL_DAYS));
    }

    /** This response is the only one that contains the link's address. */
    @PostMapping("/report/{id}/links")
    ModelAndView make(@PathVariable FinancialReportId id, Form form, Words t) {
        return form.submit(
                answers -> answers.get(FunderLinkPage.UNTIL),
                (LocalDate until) -> page(id, blank(), links.create(id, until), t),
                () -> page(id, form, null, t));
    }

    @PostMapping("/report/{id}/links/{link}/end")
    ModelAndView end(@PathVariable FinancialReportId id, @PathVariable UUID link) {
        links.revoke(id, link);
        return SeeOther.to(FinancialReportPage.url(id) + "/links").withNotice("spending.link.ended");
    }

    private static String use(FunderLinkRow link, Words t) {
        List<String> use = new ArrayList<>();
        use.add(
                link.openedAt() == null
                        ? t.say("spending.link.unopened")
                        : t.say("spending.link.opened", link.openings(), link.openedAt()));
        if (link.downloads() > 0) {
            use.add(t.say("spending.link.downloaded", link.downloads()));
        }
        if (link.endedAt() != null) {
            use.add(t.say("spending.link.was-ended", link.endedAt()));
        }
        return String.join(" · ", use);
    }

    private ModelAndView page(FinancialReportId id, Form form, @Nullable String address, Words t) {
        var report = queries.findById(id);
        String url = FinancialReportPage.url(id);
        return PageView.of(
                "resources/spending/report-links",
                new FunderLinkPage(
                        url,
                        t.capital(t.period(report.startsOn(), report.endsOn())),
                        address,
                        links.findByReport(id).stream()
                                .map(each -> new FunderLinkPart(
                                        each.endedAt() == null ? url + "/links/" + each.id() + "/end" : null,
                                        t.say(
                                                "spending.link.made",
                                                each.madeAt(),
                                                accounts.find(each.madeBy())
                                                        .map(Actor::label)
                                                        .orElse("none"),
                                                each.until()),
                                        use(each, t)))
                                .toList(),
                        report.filedOn() == null ? null : form));
    }

    @Bean
    static SecretAddress funderReports() {
        return new SecretAddress(FunderLinkService.PATH);
    }

    @Open("a link opens one filed report to its funder")
    @GetMapping("/link/{secret}")
    ModelAndView open(@PathVariable String secret, PublicVisit visit) {
        visit.open(secret, () -> links.recordOpening(secret));
        OpenedReport opened = links.open(secret);
        Words t = visit.words();
        FinancialReport report = opened.report();
        return PageView.of(
                "resources/spending/link",
                new FunderReportPage(
                        t,
                        FunderLinkService.PATH + secret,
                        t.say("public.spending.title", report.title()),
                        settings.current().name() + " · " + t.period(report.startsOn(), report.endsOn()),
                        facts(opened, t),
                        lines(report, t),
                        total(report, t),
                        report.match() == null
                                ? null
                                : new MatchFormatter(report.match(), report.currency(), t).format(),
                        ReportCurrencyFormatter.rates(
                                report.vouchers().stream().filter(voucher -> !voucher.onSite()), t),
                        books(report.books(), t),
                        report.vouchers().stream()
                                .map(voucher -> voucher(secret, report, voucher, t))
                                .toList(),
                        opened.changes().stream()
                                .map(each -> t.say("public.spending.change." + each.kind(), each.number()))
                                .toList(),
                        visit.otherOptions(t)));
    }

    private static List<String> facts(OpenedReport opened, Words t) {
        FinancialReport report = opened.report();
        BudgetOrigin agreement = report.agreement();
        List<String> facts = new ArrayList<>();
        facts.add(t.say("public.spending.filed", opened.filedOn()));
        if (agreement != null && !agreement.funder().isEmpty()) {
            facts.add(t.say("public.spending.funder", agreement.funder()));
        }
        if (agreement != null && !agreement.number().isEmpty()) {
            facts.add(t.say("public.spending.agreement", agreement.number()));
        }
        facts.add(t.say("public.spending.currency", report.currency()));
        return facts;
    }

    static List<FunderLine> lines(FinancialReport report, Words t) {
        return report.lines().stream().map(line -> line(report, line, t)).toList();
    }

    private static FunderLine line(FinancialReport report, ReportedLine line, Words t) {
        return line(
                report,
                BudgetLines.name(line.code(), line.label()),
                line.reason(),
                List.of(line.budget(), line.spent(), line.cumulative(), line.left(), line.variance()),
                t);
    }

    static FunderLine total(FinancialReport report, Words t) {
        return line(
                report,
                t.say("public.spending.total"),
                "",
                List.of(
                        report.total(ReportedLine::budget),
                        report.total(ReportedLine::spent),
                        report.total(ReportedLine::cumulative),
                        report.total(ReportedLine::left),
                        report.total(ReportedLine::variance)),
                t);
    }

    private static FunderLine line(
            FinancialReport report, String name, String reason, List<BigDecimal> figures, Words t) {
        List<String> all = figures.stream()
                .map(figure -> t.money(figure, report.currency()))
                .toList();
        return new FunderLine(name, all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), reason);
    }

    static List<String> books(ReportedBooks books, Words t) {
        return books.until() == null
                ? List.of(t.say("public.spending.books.absent"))
                : List.of(
                        t.say("public.spending.books.difference", t.money(books.difference(), books.currency())),
                        t.say("public.spending.books.until", books.until()));
    }

    private static FunderVoucher voucher(String secret, FinancialReport report, ReportedVoucher voucher, Words t) {
        String paid = t.money(voucher.amount(), voucher.currency());
        String charged = t.money(voucher.charged(), report.currency());
        boolean shown = voucher.document() != null && !voucher.onSite();
        return new FunderVoucher(
                t.number(voucher.number()),
                t.shortDate(voucher.day()),
                FinancialReportPaperAssembler.withPeriod(
                        voucher, voucher.onSite() ? t.say("public.spending.masked") : voucher.supplier(), t),
                String.join(
                                " · ",
                                voucher.shares().stream()
                                        .map(share -> share.code())
                                        .toList())
                        + (voucher.reference().isEmpty() || voucher.onSite() ? "" : " · " + voucher.reference())
                        + (paid.equals(charged) || voucher.onSite() ? "" : " · " + paid),
                charged,
                t.say(
                        voucher.onSite()
                                ? "public.spending.on-site"
                                : shown ? "public.spending.voucher" : "public.spending.no-voucher",
                        voucher.number()),
                shown ? FunderLinkService.PATH + secret + "/voucher/" + voucher.number() : null);
    }

    /** A voucher by its number in the report. */
    @Open("a link opens one filed report to its funder")
    @GetMapping("/link/{secret}/voucher/{number}")
    void voucher(@PathVariable String secret, @PathVariable int number, PublicVisit visit, HttpServletResponse response)
            throws IOException {
        OpenedVoucher voucher = visit.open(secret, () -> links.findVoucher(secret, number));
        links.recordDownload(secret);
        FileDownload.setHeaders(response, voucher.name(), voucher.mediaType());
        voucher.content().transferTo(response.getOutputStream());
    }
}
