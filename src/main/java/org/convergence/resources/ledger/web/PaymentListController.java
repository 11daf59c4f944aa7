package org.convergence.resources.ledger.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.resources.ledger.domain.PaymentService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lists and enters payments; a new payment settles at once what it is most likely for, and can be corrected. */
@Controller
@RequestMapping("/resources/ledger/payments")
@Requires(LedgerPermissions.READ)
class PaymentListController {

    private static final int SHOWN = 100;
    private static final int OPEN = 200;
    private static final int LISTED = 6;
    private static final String INVOICE = "invoice";

    private final PaymentQueries payments;
    private final PaymentService paymentService;
    private final InvoiceQueries invoices;
    private final PaymentForm forms;
    private final PaymentProposals proposals;
    private final LedgerTabs tabs;
    private final OrganisationSettings settings;

    PaymentListController(
            PaymentQueries payments,
            PaymentService paymentService,
            InvoiceQueries invoices,
            PaymentForm forms,
            PaymentProposals proposals,
            LedgerTabs tabs,
            OrganisationSettings settings) {
        this.payments = payments;
        this.paymentService = paymentService;
        this.invoices = invoices;
        this.forms = forms;
        this.proposals = proposals;
        this.tabs = tabs;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        UUID party = form.read(answers -> answers.optionalId("party"));
        ListSlice<PaymentQueries.PaymentSummary> slice = ListSlice.of(
                payments.findPage(
                        party,
                        TextNormalizer.fold(form.value("q")),
                        form.filled("after") ? form.value("after") : null,
                        SHOWN + 1),
                SHOWN,
                PaymentQueries.PaymentSummary::position);
        PageAddress here =
                PageAddress.of(LedgerUrls.PAYMENTS).with("q", form.value("q")).with("party", form.value("party"));
        String next = slice.next();
        return PageView.pageOrFragment(
                "resources/ledger/payments",
                "resources/ledger/payment-rows",
                new PaymentListPage(
                        form,
                        tabs.findVisible(LedgerUrls.PAYMENTS, t),
                        slice.rows().stream().map(it -> row(it, t)).toList(),
                        form.filled("after") ? here.toString() : null,
                        next == null ? null : here.with("after", next).toString(),
                        CurrentActor.get().may(LedgerPermissions.RECORD) ? LedgerUrls.newPayment(null) : null));
    }

    static String payerName(PaymentQueries.PaymentSummary it, Words t) {
        return it.name() != null ? it.name() : it.payer() != null ? it.payer() : t.say("ledger.payer.unknown");
    }

    private static PaymentListPage.PaymentRow row(PaymentQueries.PaymentSummary it, Words t) {
        String reference = it.reference() == null ? "" : " " + it.reference();
        boolean back = it.reverses() != null || it.reversedBy() != null;
        return new PaymentListPage.PaymentRow(
                t.shortDate(it.receivedOn()),
                payerName(it, t),
                LedgerUrls.payment(it.id()),
                t.say(it.method().key()) + reference + (back ? " · " + t.say("ledger.back") : ""),
                t.money(it.amount()),
                back);
    }

    @GetMapping("/new")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView blank(
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID invoice,
            Words t) {
        Form form = Form.blank()
                .with("received", settings.today())
                .with("method", PaymentMethod.CHEQUE)
                .with("currency", "CAD")
                .with(INVOICE, invoice)
                .with(PaymentForm.ORGANISATION, organisation == null ? List.of() : List.of(organisation))
                .with(PaymentForm.PERSON, person == null ? List.of() : List.of(person));
        Party from =
                organisation != null ? new OrganisationId(organisation) : person == null ? null : new PersonId(person);
        List<InvoiceQueries.InvoiceSummary> open =
                from == null ? List.of() : invoices.findOpenByPayer(from, settings.today(), OPEN);
        open.stream()
                .filter(it -> isNamed(it, form))
                .findFirst()
                .ifPresent(it -> form.with("amount", it.balance().getAmount())
                        .with("currency", it.balance().getCurrencyUnit().getCode()));
        return page(form, open, t);
    }

    @PostMapping("/new")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView receive(Form form, Words t) {
        return form.submit(
                answers -> new NewPaymentInput(forms.read(form, answers), answers.optionalId(INVOICE)),
                noted -> {
                    PaymentFacts facts = forms.withKnownPayer(noted.said());
                    InvoiceId invoice = noted.invoice() == null ? null : new InvoiceId(noted.invoice());
                    PaymentId id = paymentService.receive(facts, proposals.propose(facts, invoice));
                    return SeeOther.to(LedgerUrls.payment(id)).withNotice("ledger.received", t.money(facts.amount()));
                },
                () -> page(form, List.of(), t));
    }

    /** @param invoice the invoice from whose row the payment is entered; {@code null} for none */
    private record NewPaymentInput(
            PaymentForm.PaymentInput said, @Nullable UUID invoice) {}

    private static boolean isNamed(InvoiceQueries.InvoiceSummary line, Form form) {
        return line.id().value().toString().equals(form.value(INVOICE));
    }

    private ModelAndView page(Form form, List<InvoiceQueries.InvoiceSummary> open, Words t) {
        return PageView.of(
                "resources/ledger/payment-form",
                forms.page(
                        "ledger.payment.new",
                        LedgerUrls.PAYMENTS + "/new",
                        LedgerUrls.PAYMENTS,
                        form,
                        open.stream()
                                .filter(it -> !form.filled(INVOICE) || isNamed(it, form))
                                .limit(LISTED)
                                .map(it -> t.say(
                                        "ledger.open",
                                        it.number(),
                                        it.subject(),
                                        t.money(it.balance()),
                                        t.date(it.expectedOn())))
                                .toList(),
                        List.of(),
                        t));
    }
}
