package org.convergence.resources.spending.web;

import java.util.List;
import java.util.Optional;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.currency.Conversion;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetLines;
import org.convergence.resources.spending.BudgetPolicy;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.convergence.resources.spending.domain.ExpenseQueries;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.domain.ExpenseQueries.SplitRow;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.LateExpenseQueries;
import org.convergence.resources.spending.domain.LateExpenseQueries.FiledPeriod;
import org.convergence.resources.spending.domain.RecordExpenseQueries;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of an expense, with what its reader may do. */
@Component
record ExpensePageAssembler(
        ExpenseQueries queries,
        ExpenseService expenses,
        Budgets budgets,
        LateExpenseQueries late,
        RecordExpenseQueries sourced,
        SourceTexts texts) {

    ExpensePage assemble(ExpenseRow it, Form ask, Form reply, Words t) {
        boolean records = CurrentActor.get().may(SpendingPermissions.RECORD);
        boolean reviews = CurrentActor.get().may(SpendingPermissions.REVIEW);
        return new ExpensePage(
                it,
                it.supplier().isEmpty() ? t.say("spending.no-supplier") : it.supplier(),
                t.money(it.money()),
                it.state().tone(),
                t.say(it.state().key()),
                taxes(it, t),
                it.rebate().isNone() ? null : t.money(it.net()),
                CurrentActor.get().may(SubsidyPermissions.MANAGE)
                        ? queries.findHours(it.id()).map(t::hours).orElse(null)
                        : null,
                queries.findSplits(it.id()).stream()
                        .map(split -> part(it, split, t))
                        .toList(),
                it.document() == null
                        ? null
                        : "/platform/document/" + it.document().value(),
                reviews && it.state() == ExpenseState.PROPOSED ? ask : null,
                records && it.state() == ExpenseState.RETURNED ? reply : null,
                records && expenses.mayDelete(it),
                records && it.state().isOpen() && it.amount().signum() > 0,
                records && it.state() == ExpenseState.COMMITTED,
                reviews && it.state() == ExpenseState.ACCEPTED,
                records && it.document() != null,
                records && it.state() == ExpenseState.CLOSED && it.amount().signum() > 0 && it.takenBackBy() == null,
                queries.findRealisation(it.id()).orElse(null),
                records
                        ? queries.findRealisations(it.day()).stream()
                                .map(each -> Option.of(each.id(), t.shortDate(each.day()) + " · " + each.title()))
                                .toList()
                        : List.of(),
                texts.find(sourced.findSource(it.id()), t).orElse(null));
    }

    /**
     * The page of an expense just written, with the first thing that is not as it should be: it is recorded all the same,
     * so that the truth stands here.
     *
     * @param cfdi what its voucher says, if it is a Mexican invoice
     * @param notice told where nothing is wrong
     */
    SeeOther recorded(ExpenseId id, @Nullable CfdiVoucher cfdi, String notice, Words t) {
        SeeOther page = SeeOther.to(ExpensePage.url(id));
        if (cfdi != null && !cfdi.addsUp()) {
            return page.withWarning(
                    "spending.recorded.sum",
                    t.money(cfdi.total(), cfdi.currency()),
                    t.money(cfdi.sum(), cfdi.currency()));
        }
        Optional<FiledPeriod> filed = late.findFiledPeriod(id);
        if (filed.isPresent()) {
            return page.withWarning(
                    "spending.recorded.filed",
                    filed.get().title(),
                    t.period(filed.get().startsOn(), filed.get().endsOn()));
        }
        for (SplitRow split : queries.findSplits(id)) {
            List<BudgetLineState> all = budgets.findLines(split.subject());
            for (BudgetLineState line : all) {
                if (!line.id().equals(split.line())) {
                    continue;
                }
                Money beyond = BudgetPolicy.beyondCap(line, all);
                if (beyond.isPositive()) {
                    return page.withWarning("spending.recorded.cap", split.code(), t.money(beyond));
                }
                if (line.left().isNegative()) {
                    return page.withWarning(
                            "spending.recorded.over",
                            split.code(),
                            t.money(line.left().negated()),
                            t.money(line.budget()));
                }
            }
        }
        return page.withNotice(notice);
    }

    private static String taxes(ExpenseRow it, Words t) {
        return it.taxes().isNone()
                ? ""
                : t.say(
                        "spending.taxes.of",
                        t.money(it.gst(), it.currency()),
                        t.money(it.qst(), it.currency()),
                        it.rebate().isNone() ? "none" : t.money(it.rebate().sum(), it.currency()));
    }

    private static ExpensePage.SplitPart part(ExpenseRow it, SplitRow split, Words t) {
        Conversion conversion = new Conversion(it.money(), split.converted(), it.day(), split.rates());
        String rates = conversion.steps().isEmpty() ? "" : conversion.formatRates(t);
        return new ExpensePage.SplitPart(
                BudgetLines.name(split.code(), split.label()),
                split.title(),
                "/" + split.subject().replaceFirst("\\.", "/"),
                t.money(split.amount(), it.currency()),
                t.money(split.converted()),
                conversion.isBorrowed() ? t.say("spending.rate.borrowed", rates) : rates);
    }
}
