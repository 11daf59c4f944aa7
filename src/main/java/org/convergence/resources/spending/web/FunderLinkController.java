package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReportQueries;
import org.convergence.resources.spending.domain.FunderLinkService;
import org.convergence.resources.spending.domain.FunderLinkService.FunderLinkRow;
import org.convergence.resources.spending.web.FunderLinkPage.FunderLinkPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Makes and ends the links of a filed report. */
@Controller
@RequestMapping("/resources/spending/report/{id}/links")
@Requires(SpendingPermissions.RECORD)
class FunderLinkController {

    private static final int USUAL_DAYS = 90;

    private final FunderLinkService links;
    private final FinancialReportQueries queries;
    private final AccountActors accounts;
    private final OrganisationSettings settings;

    FunderLinkController(
            FunderLinkService links,
            FinancialReportQueries queries,
            AccountActors accounts,
            OrganisationSettings settings) {
        this.links = links;
        this.queries = queries;
        this.accounts = accounts;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(@PathVariable FinancialReportId id, Words t) {
        return page(id, blank(), null, t);
    }

    private Form blank() {
        return Form.blank().with(FunderLinkPage.UNTIL.name(), settings.today().plusDays(USUAL_DAYS));
    }

    /** This response is the only one that contains the link's address. */
    @PostMapping
    ModelAndView make(@PathVariable FinancialReportId id, Form form, Words t) {
        return form.submit(
                answers -> answers.get(FunderLinkPage.UNTIL),
                (LocalDate until) -> page(id, blank(), links.create(id, until), t),
                () -> page(id, form, null, t));
    }

    @PostMapping("/{link}/end")
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
}
