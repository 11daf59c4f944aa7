package org.convergence.resources.fund.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.convergence.resources.fund.FundPermissions;
import org.convergence.resources.fund.domain.FundPolicy;
import org.convergence.resources.fund.domain.FundPolicy.DeferredContribution;
import org.convergence.resources.fund.domain.FundQueries;
import org.convergence.resources.fund.web.FundPage.DeferredContributionPart;
import org.convergence.resources.fund.web.FundPage.DeferredContributionsPart;
import org.convergence.resources.fund.web.FundPage.FundItem;
import org.convergence.resources.fund.web.FundPage.FundListPage;
import org.convergence.resources.grant.AgreementContributions;
import org.convergence.resources.grant.AgreementContributions.AgreementContribution;
import org.convergence.resources.grant.GrantPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of funds, and the deferred contributions of agreements by fiscal year. */
@Controller
@RequestMapping("/resources/fund")
@Requires(FundPermissions.READ)
record FundListController(FundQueries queries, OrganisationSettings settings, AgreementContributions contributions) {

    @GetMapping
    ModelAndView list(Form asked, Words t) {
        LocalDate day = DateReader.read(asked.value("year")).orElse(settings.today());
        return PageView.of(
                "resources/fund/funds",
                new FundListPage(
                        queries.findAll().stream()
                                .map(fund -> new FundItem(
                                        FundPage.url(fund.id()),
                                        fund.name(),
                                        t.say(fund.nature().key()) + " · " + fund.origin(),
                                        t.money(fund.balance())))
                                .toList(),
                        CurrentActor.get().may(GrantPermissions.READ) ? deferred(day, t) : null,
                        CurrentActor.get().may(FundPermissions.EDIT)));
    }

    private @Nullable DeferredContributionsPart deferred(LocalDate day, Words t) {
        LocalDate first = settings.current().fiscalYearOf(day);
        LocalDate last = first.plusYears(1).minusDays(1);
        return contributions
                .findFirstDay()
                .map(earliest -> new DeferredContributionsPart(
                        FundPage.years(settings, earliest, first, FundPage.LIST),
                        t.period(first, last),
                        contributions.findContributions(first, last).stream()
                                .map(each -> part(each, t))
                                .toList()))
                .orElse(null);
    }

    private static DeferredContributionPart part(AgreementContribution it, Words t) {
        DeferredContribution deferred =
                FundPolicy.defer(it.receivedBefore(), it.spentBefore(), it.received(), it.spent());
        return new DeferredContributionPart(
                "/resources/grant/agreement/" + it.id().value(),
                it.title(),
                money(deferred.opening(), it, t),
                money(deferred.received(), it, t),
                money(deferred.recognised(), it, t),
                money(deferred.closing(), it, t),
                deferred.receivable().signum() == 0
                        ? ""
                        : t.say("fund.deferred.receivable", money(deferred.receivable(), it, t)));
    }

    private static String money(BigDecimal amount, AgreementContribution it, Words t) {
        return t.money(amount, it.currency());
    }

    @Bean
    static MenuEntry fundsMenuEntry() {
        return MenuEntry.of("fund.menu", FundPage.LIST).requiring(FundPermissions.READ);
    }
}
