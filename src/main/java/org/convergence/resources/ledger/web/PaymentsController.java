package org.convergence.resources.ledger.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Slice;
import org.convergence.platform.text.Fold;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.Payments;
import org.convergence.resources.ledger.domain.Receiving;
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
class PaymentsController {

    private static final int SHOWN = 100;
    private static final int OPEN = 200;
    private static final int LISTED = 6;
    private static final String INVOICE = "invoice";

    private final Payments payments;
    private final Receiving receiving;
    private final Invoices invoices;
    private final PaymentForms forms;
    private final PaymentProposals proposals;
    private final LedgerTabs tabs;
    private final OrganisationSettings settings;

    PaymentsController(
            Payments payments,
            Receiving receiving,
            Invoices invoices,
            PaymentForms forms,
            PaymentProposals proposals,
            LedgerTabs tabs,
            OrganisationSettings settings) {
        this.payments = payments;
        this.receiving = receiving;
        this.invoices = invoices;
        this.forms = forms;
        this.proposals = proposals;
        this.tabs = tabs;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        UUID party = form.read(answers -> answers.optionalId("party"));
        Slice<Payments.Line> slice = Slice.of(
                payments.some(
                        party, Fold.of(form.value("q")), form.filled("after") ? form.value("after") : null, SHOWN + 1),
                SHOWN,
                Payments.Line::position);
        Address here = Address.of(Urls.PAYMENTS).with("q", form.value("q")).with("party", form.value("party"));
        String next = slice.next();
        return Page.either(
                "resources/ledger/payments",
                "resources/ledger/payment-rows",
                new PaymentsPage(
                        form,
                        tabs.on(Urls.PAYMENTS, t),
                        slice.rows().stream().map(it -> row(it, t)).toList(),
                        form.filled("after") ? here.toString() : null,
                        next == null ? null : here.with("after", next).toString(),
                        CurrentActor.get().may(LedgerPermissions.RECORD) ? Urls.newPayment(null) : null));
    }

    static String called(Payments.Line it, Words t) {
        return it.name() != null ? it.name() : it.payer() != null ? it.payer() : t.say("ledger.payer.unknown");
    }

    private static PaymentsPage.Row row(Payments.Line it, Words t) {
        String reference = it.reference() == null ? "" : " " + it.reference();
        boolean back = it.reverses() != null || it.reversedBy() != null;
        return new PaymentsPage.Row(
                t.shortDate(it.receivedOn()),
                called(it, t),
                Urls.payment(it.id()),
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
                .with(PaymentForms.ORGANISATION, organisation == null ? List.of() : List.of(organisation))
                .with(PaymentForms.PERSON, person == null ? List.of() : List.of(person));
        Party from =
                organisation != null ? new OrganisationId(organisation) : person == null ? null : new PersonId(person);
        List<Invoices.Line> open = from == null ? List.of() : invoices.openOf(from, settings.today(), OPEN);
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
                answers -> new Noted(forms.read(form, answers), answers.optionalId(INVOICE)),
                noted -> {
                    PaymentFacts facts = forms.known(noted.said());
                    InvoiceId invoice = noted.invoice() == null ? null : new InvoiceId(noted.invoice());
                    PaymentId id = receiving.receive(facts, proposals.of(facts, invoice));
                    return Go.to(Urls.payment(id)).saying("ledger.received", t.money(facts.amount()));
                },
                () -> page(form, List.of(), t));
    }

    /** @param invoice the invoice from whose row the payment is entered; {@code null} for none */
    private record Noted(PaymentForms.Said said, @Nullable UUID invoice) {}

    private static boolean isNamed(Invoices.Line line, Form form) {
        return line.id().value().toString().equals(form.value(INVOICE));
    }

    private ModelAndView page(Form form, List<Invoices.Line> open, Words t) {
        return Page.of(
                "resources/ledger/payment-form",
                forms.page(
                        "ledger.payment.new",
                        Urls.PAYMENTS + "/new",
                        Urls.PAYMENTS,
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
