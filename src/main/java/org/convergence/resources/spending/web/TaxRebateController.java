package org.convergence.resources.spending.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.TaxRebateService;
import org.convergence.resources.spending.domain.TaxRebateService.RebateEffect;
import org.convergence.resources.spending.domain.TaxRebateService.TaxClaim;
import org.convergence.resources.spending.domain.TaxRebateService.TaxRebateFacts;
import org.convergence.resources.spending.domain.TaxRebateService.TaxRebateRow;
import org.convergence.resources.spending.web.TaxRebatePage.TaxClaimItem;
import org.convergence.resources.spending.web.TaxRebatePage.TaxRebateItem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The rebate of sales taxes: from when, until when, and what may be claimed. */
@Controller
@RequestMapping("/resources/spending/taxes")
@Requires(SpendingPermissions.REVIEW)
record TaxRebateController(TaxRebateService rebates, OrganisationSettings settings) {

    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @GetMapping
    @Requires(SpendingPermissions.READ)
    ModelAndView show(Words t) {
        LocalDate year = settings.current().fiscalYearOf(settings.today());
        return page(
                Form.blank()
                        .with(TaxRebatePage.FROM.name(), year)
                        .with(TaxRebatePage.UNTIL.name(), year.plusYears(1).minusDays(1))
                        .with("gst", HALF)
                        .with("qst", HALF),
                t);
    }

    private ModelAndView page(Form form, Words t) {
        boolean keeps = CurrentActor.get().may(SpendingPermissions.REVIEW);
        return PageView.of(
                "resources/spending/taxes",
                new TaxRebatePage(
                        rebates.findAll().stream()
                                .map(row -> item(row, keeps, t))
                                .toList(),
                        rebates.findClaims().stream().map(row -> item(row, t)).toList(),
                        keeps ? form : null));
    }

    private static TaxRebateItem item(TaxRebateRow row, boolean keeps, Words t) {
        LocalDate until = row.endsOn();
        return new TaxRebateItem(
                until == null
                        ? t.say("spending.taxes.since", row.startsOn())
                        : t.capital(t.period(row.startsOn(), until)),
                t.say("spending.taxes.detail", t.decimal(row.gstPercent()), t.decimal(row.qstPercent()), row.source()),
                keeps ? TaxRebatePage.URL + "/" + row.id() + "/remove" : null);
    }

    private static TaxClaimItem item(TaxClaim row, Words t) {
        return new TaxClaimItem(
                t.capital(t.period(row.startsOn(), row.endsOn())),
                money(row.gst(), t),
                money(row.gstRebate(), t),
                money(row.qst(), t),
                money(row.qstRebate(), t),
                money(row.gstRebate().add(row.qstRebate()), t),
                t.say("spending.taxes.claim.detail", row.expenses(), row.open()));
    }

    private static String money(BigDecimal amount, Words t) {
        return t.money(amount, AccountantBooks.CURRENCY);
    }

    @PostMapping
    ModelAndView add(Form form, Words t) {
        return form.submit(
                TaxRebateController::read,
                facts -> done("spending.taxes.saved", rebates.create(facts)),
                () -> page(form, t));
    }

    private static TaxRebateFacts read(FormValues answers) {
        LocalDate from = answers.get(TaxRebatePage.FROM);
        LocalDate until = answers.find(TaxRebatePage.UNTIL);
        if (until != null && until.isBefore(from)) {
            answers.reject(TaxRebatePage.UNTIL.name(), "spending.taxes.refused.order");
        }
        return new TaxRebateFacts(
                from, until, percent(answers, "gst"), percent(answers, "qst"), answers.get(TaxRebatePage.SOURCE));
    }

    private static BigDecimal percent(FormValues answers, String name) {
        BigDecimal percent = answers.number(name, BigDecimal.ZERO, HUNDRED);
        if (percent.stripTrailingZeros().scale() > 2) {
            answers.reject(name, "spending.refused.cents");
        }
        return percent;
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, Form form, Words t) {
        return form.submit(
                answers -> true, sure -> done("spending.taxes.removed", rebates.delete(id)), () -> page(form, t));
    }

    private static SeeOther done(String key, RebateEffect effect) {
        return SeeOther.to(TaxRebatePage.URL).withNotice(key, effect.changed(), effect.kept());
    }
}
