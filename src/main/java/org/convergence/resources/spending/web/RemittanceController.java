package org.convergence.resources.spending.web;

import java.math.BigDecimal;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.FinancialReportQueries.ReportedBudget;
import org.convergence.resources.spending.domain.RemittanceMethod;
import org.convergence.resources.spending.domain.RemittanceService;
import org.convergence.resources.spending.domain.RemittanceService.RemittanceFacts;
import org.convergence.resources.spending.domain.RemittanceService.RemittanceRow;
import org.convergence.resources.spending.domain.RemittanceService.RemittanceTerms;
import org.convergence.resources.spending.domain.RemittanceService.RemittedSum;
import org.convergence.resources.spending.web.RemittancePage.RemittanceItem;
import org.convergence.resources.spending.web.RemittancePage.RemittedPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The money of a budget sent to partners abroad, and the rates at which it is spent. */
@Controller
@RequestMapping("/resources/spending/remittance")
@Requires(SpendingPermissions.RECORD)
record RemittanceController(RemittanceService remittances, PartyChooser chooser, OrganisationSettings settings) {

    private static final BigDecimal MOST = new BigDecimal("99999999999.99");
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("100000");
    private static final BigDecimal LOWEST_RATE = new BigDecimal("0.0000000001");

    @GetMapping
    @Requires(SpendingPermissions.READ)
    ModelAndView show(@RequestParam BudgetId budget, Words t) {
        return page(budget, Form.blank().with(RemittancePage.SENT_ON.name(), settings.today()), null, t);
    }

    private ModelAndView page(BudgetId id, Form form, @Nullable Form typedTerms, Words t) {
        ReportedBudget budget = remittances.findBudget(id);
        RemittanceTerms terms = remittances.findTerms(id);
        boolean records = CurrentActor.get().may(SpendingPermissions.RECORD);
        Form termsForm = typedTerms != null
                ? typedTerms
                : Form.blank()
                        .atVersion(terms.version())
                        .with(RemittancePage.METHOD.name(), terms.remittanceMethod())
                        .with(RemittancePage.PLANNED_CURRENCY.name(), terms.plannedCurrency())
                        .with(
                                "plannedRate",
                                terms.plannedRate() == null
                                        ? null
                                        : terms.plannedRate().stripTrailingZeros());
        return PageView.of(
                "resources/spending/remittances",
                new RemittancePage(
                        RemittancePage.url(id),
                        budget.title(),
                        budget.url(),
                        budget.currency(),
                        t.say(terms.remittanceMethod().key() + ".text"),
                        remittances.findSums(id).stream()
                                .map(sum -> part(sum, budget.currency(), t))
                                .toList(),
                        remittances.findByBudget(id).stream()
                                .map(row -> item(row, budget.currency(), records, t))
                                .toList(),
                        records ? form : null,
                        records ? chooser.knownOrganisations(form, RemittancePage.PARTNER, 1) : null,
                        records ? termsForm : null));
    }

    private static RemittedPart part(RemittedSum sum, String ours, Words t) {
        BigDecimal left = sum.received().subtract(sum.spent());
        return new RemittedPart(
                sum.currency(),
                t.money(sum.sent(), ours),
                t.money(sum.received(), sum.currency()),
                t.say("spending.remittance.amounts", t.money(sum.spent(), sum.currency()), t.money(sum.cost(), ours)),
                t.say(
                        "spending.remittance.amounts",
                        t.money(left, sum.currency()),
                        t.money(sum.sent().subtract(sum.cost()), ours)),
                left.signum() < 0 ? t.say("spending.remittance.beyond", t.money(left.negate(), sum.currency())) : null);
    }

    private static RemittanceItem item(RemittanceRow row, String ours, boolean records, Words t) {
        String detail = t.say(
                "spending.remittance.detail",
                t.date(row.sentOn()),
                t.money(row.sent(), ours),
                row.rate(ours).format(t));
        return new RemittanceItem(
                row.partner(),
                row.reference().isEmpty() ? detail : detail + " · " + row.reference(),
                t.money(row.received(), row.currency()),
                records
                        ? ExpensePage.LIST + "/remittance/" + row.id() + "/remove?budget="
                                + row.budget().value()
                        : null);
    }

    @PostMapping
    ModelAndView add(@RequestParam BudgetId budget, Form form, Words t) {
        return form.submit(
                answers -> read(budget, answers, t),
                facts -> {
                    remittances.record(budget, facts);
                    return SeeOther.to(RemittancePage.url(budget)).withNotice("spending.remittance.recorded");
                },
                () -> page(budget, form, null, t));
    }

    private RemittanceFacts read(BudgetId budget, FormValues answers, Words t) {
        OrganisationId partner = chooser.knownOrganisation(answers.form(), RemittancePage.PARTNER);
        if (partner == null && answers.form().problem(RemittancePage.PARTNER) == null) {
            answers.reject(RemittancePage.PARTNER, "spending.remittance.refused.partner");
        }
        RemittanceFacts facts = new RemittanceFacts(
                partner == null ? new OrganisationId(new UUID(0, 0)) : partner,
                answers.get(RemittancePage.SENT_ON),
                cents(answers, "sent"),
                cents(answers, "received"),
                answers.get(RemittancePage.CURRENCY),
                answers.textOrEmpty(RemittancePage.REFERENCE));
        if (answers.form().problems().isEmpty() && !answers.checkbox(RemittancePage.CONFIRMED.name())) {
            remittances
                    .findUnlikely(budget, facts)
                    .ifPresent(usual -> answers.reject(
                            RemittancePage.CONFIRMED.name(),
                            "spending.remittance.refused.suspect",
                            t.money(facts.received(), facts.currency()),
                            t.money(usual)));
        }
        return facts;
    }

    private static BigDecimal cents(FormValues answers, String name) {
        BigDecimal amount = answers.number(name, CENT, MOST);
        if (amount.stripTrailingZeros().scale() > 2) {
            answers.reject(name, "spending.refused.cents");
        }
        return amount;
    }

    @PostMapping("/terms")
    ModelAndView setTerms(@RequestParam BudgetId budget, Form form, Words t) {
        return form.submit(
                RemittanceController::readTerms,
                terms -> {
                    remittances.setTerms(budget, terms);
                    return SeeOther.to(RemittancePage.url(budget)).withNotice("spending.remittance.terms.saved");
                },
                () -> page(budget, Form.blank(), form, t));
    }

    private static RemittanceTerms readTerms(FormValues answers) {
        RemittanceMethod method = answers.get(RemittancePage.METHOD);
        String currency = answers.find(RemittancePage.PLANNED_CURRENCY);
        BigDecimal rate = answers.optionalNumber("plannedRate", LOWEST_RATE, HIGHEST_RATE);
        if ((currency == null) != (rate == null)) {
            answers.reject(
                    rate == null ? "plannedRate" : RemittancePage.PLANNED_CURRENCY.name(),
                    "spending.remittance.refused.planned");
        }
        return new RemittanceTerms(answers.version(), method, currency, rate);
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, @RequestParam BudgetId budget, Form form, Words t) {
        return form.submit(
                answers -> id,
                sure -> {
                    remittances.delete(sure);
                    return SeeOther.to(RemittancePage.url(budget)).withNotice("spending.remittance.removed");
                },
                () -> page(budget, form, null, t));
    }
}
