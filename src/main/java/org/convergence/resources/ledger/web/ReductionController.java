package org.convergence.resources.ledger.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.DecisionForm;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.InvoiceDetailsQueries;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.ledger.domain.LedgerDatePolicy;
import org.convergence.resources.ledger.domain.MoneyAmounts;
import org.convergence.resources.ledger.web.InvoicePage.ReductionPage;
import org.joda.money.Money;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Credits, writes off or delays an invoice. */
@Controller
@RequestMapping("/resources/ledger/invoices/{id}")
@Requires(LedgerPermissions.ISSUE)
record ReductionController(
        InvoiceDetailsQueries invoiceDetails,
        InvoiceService invoiceService,
        DecisionForm decisions,
        OrganisationSettings settings) {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int REASON = 500;
    private static final int DELAY_DAYS = 30;

    private record ReductionInput(int version, Money amount, String reason) {}

    @GetMapping("/credit")
    ModelAndView credit(@PathVariable UUID id, Words t) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(id));
        return page("credit", it, Form.blank().atVersion(it.version()), t);
    }

    @PostMapping("/credit")
    ModelAndView credit(@PathVariable UUID id, Form form, Words t) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(id));
        return form.submit(
                answers -> readReduction(it, form, answers),
                less -> {
                    invoiceService.credit(it.id(), less.version(), less.amount(), less.reason());
                    return backToInvoice(it).withNotice("ledger.credited", t.money(less.amount()));
                },
                () -> page("credit", it, form, t));
    }

    private record WriteOffInput(ReductionInput less, Decision decision) {}

    @GetMapping("/write-off")
    ModelAndView writeOff(@PathVariable UUID id, Words t) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(id));
        return page("write-off", it, Form.blank().atVersion(it.version()).with("amount", it.balance()), t);
    }

    @PostMapping("/write-off")
    ModelAndView writeOff(@PathVariable UUID id, Form form, Words t) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(id));
        decisions.cite(form);
        return form.submit(
                answers -> new WriteOffInput(readReduction(it, form, answers), decision(form, answers)),
                off -> {
                    invoiceService.writeOff(
                            it.id(),
                            off.less().version(),
                            off.less().amount(),
                            off.less().reason(),
                            off.decision());
                    return backToInvoice(it)
                            .withNotice("ledger.written-off", t.money(off.less().amount()));
                },
                () -> page("write-off", it, form, t));
    }

    private record DelayInput(int version, LocalDate until, Decision decision) {}

    @GetMapping("/delay")
    ModelAndView delay(@PathVariable UUID id, Words t) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(id));
        LocalDate today = settings.today();
        LocalDate from = it.expectedOn().isBefore(today) ? today : it.expectedOn();
        Form form = Form.blank().atVersion(it.version()).with("until", from.plusDays(DELAY_DAYS));
        return page("delay", it, it.delay() == null ? form : DecisionForm.fill(form, it.delay()), t);
    }

    @PostMapping("/delay")
    ModelAndView delay(@PathVariable UUID id, Form form, Words t) {
        InvoiceDetailsQueries.InvoiceDetails it = invoiceDetails.findById(new InvoiceId(id));
        decisions.cite(form);
        return form.submit(
                answers -> {
                    LocalDate until = answers.date("until");
                    FieldRefusals.reject(
                            "until", form, LedgerDatePolicy.checkDelay(until, it.dueOn(), settings.today()));
                    return new DelayInput(answers.version(), until, decision(form, answers));
                },
                waits -> {
                    invoiceService.delay(it.id(), waits.version(), waits.until(), waits.decision());
                    return backToInvoice(it).withNotice("ledger.waits", waits.until());
                },
                () -> page("delay", it, form, t));
    }

    private Decision decision(Form form, FormValues answers) {
        Decision decision = DecisionForm.read(answers);
        FieldRefusals.reject("date", form, LedgerDatePolicy.checkDecision(decision.date(), settings.today()));
        return decision;
    }

    private static ReductionInput readReduction(
            InvoiceDetailsQueries.InvoiceDetails it, Form form, FormValues answers) {
        BigDecimal amount = answers.number("amount", CENT, it.total().getAmount());
        if (amount.stripTrailingZeros().scale() > 2) {
            form.reject("amount", "ledger.refused.cents");
            amount = CENT;
        }
        return new ReductionInput(
                answers.version(),
                MoneyAmounts.of(it.total().getCurrencyUnit(), amount),
                answers.text("reason", REASON));
    }

    private ModelAndView page(String gesture, InvoiceDetailsQueries.InvoiceDetails it, Form form, Words t) {
        return PageView.of(
                "resources/ledger/reduction-form",
                new ReductionPage(
                        gesture,
                        it.number(),
                        it.debtor(),
                        LedgerUrls.invoice(it.id()),
                        t.money(it.total()),
                        t.money(it.balance()),
                        form,
                        gesture.equals("credit") ? List.of() : decisions.options(t)));
    }

    private static SeeOther backToInvoice(InvoiceDetailsQueries.InvoiceDetails it) {
        return SeeOther.to(LedgerUrls.invoice(it.id()));
    }
}
