package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.LedgerDatePolicy;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.resources.ledger.web.PaymentPage.PaymentFormPage;
import org.convergence.resources.ledger.web.PaymentPage.PaymentReversalPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Enters, shows, corrects and reverses one payment; a new one settles at once what it is most likely for. */
@Controller
@RequestMapping("/resources/ledger/payments")
@Requires(LedgerPermissions.READ)
record PaymentController(
        PaymentQueries payments,
        PaymentService paymentService,
        InvoiceQueries invoices,
        PaymentForm forms,
        PaymentProposals proposals,
        OrganisationSettings settings) {

    private static final int OPEN = 200;
    private static final int LISTED = 6;
    private static final String INVOICE = "invoice";
    private static final int REASON = 500;

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
                .with(SinglePartyChooser.ORGANISATION, organisation)
                .with(SinglePartyChooser.PERSON, person);
        Party from =
                organisation != null ? new OrganisationId(organisation) : person == null ? null : new PersonId(person);
        List<InvoiceQueries.InvoiceSummary> open =
                from == null ? List.of() : invoices.findOpenByPayer(from, settings.today(), OPEN);
        open.stream()
                .filter(it -> isNamed(it, form))
                .findFirst()
                .ifPresent(it -> form.with("amount", it.balance())
                        .with("currency", it.balance().getCurrencyUnit().getCode()));
        return newPayment(form, open, t);
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
                () -> newPayment(form, List.of(), t));
    }

    /** @param invoice the invoice from whose row the payment is entered; {@code null} for none */
    private record NewPaymentInput(
            PaymentForm.PaymentInput said, @Nullable UUID invoice) {}

    private static boolean isNamed(InvoiceQueries.InvoiceSummary line, Form form) {
        return line.id().value().toString().equals(form.value(INVOICE));
    }

    private ModelAndView newPayment(Form form, List<InvoiceQueries.InvoiceSummary> open, Words t) {
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

    static String payerName(PaymentQueries.PaymentSummary it, Words t) {
        return it.name() != null ? it.name() : it.payer() != null ? it.payer() : t.say("ledger.payer.unknown");
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable PaymentId id, Words t) {
        PaymentQueries.PaymentSummary it = payments.findById(id);
        Party from = it.from();
        boolean records = CurrentActor.get().may(LedgerPermissions.RECORD);
        boolean stands = records && it.reversedBy() == null && it.amount().isPositive();
        String reference = it.reference() == null ? "" : " " + it.reference();
        return PageView.of(
                "resources/ledger/payment",
                new PaymentPage(
                        t.say("ledger.payment.of", t.money(it.amount())),
                        t.say(it.method().key()) + reference + " · " + t.date(it.receivedOn()),
                        from == null ? it.payer() : payerName(it, t),
                        from == null ? null : PartyUrls.of(from),
                        it.remark(),
                        payments.findAllocations(it.id()).stream()
                                .map(part -> line(part, t))
                                .toList(),
                        t.money(it.amount()),
                        notes(it, t),
                        records && it.isOpen() ? LedgerUrls.payment(it.id()) + "/edit" : null,
                        stands ? LedgerUrls.payment(it.id()) + "/reverse" : null,
                        stands ? LedgerUrls.payment(it.id()) + "/acknowledgement" : null));
    }

    private static InvoicePage.InvoiceLineRow line(PaymentQueries.PaymentAllocation part, Words t) {
        InvoiceId invoice = part.invoice();
        String text = invoice == null ? t.say("ledger.part." + part.purpose()) : part.number() + " · " + part.subject();
        return new InvoicePage.InvoiceLineRow(
                text, t.money(part.amount()), invoice == null ? null : LedgerUrls.invoice(invoice));
    }

    private static List<PaymentPage.PaymentNote> notes(PaymentQueries.PaymentSummary it, Words t) {
        List<PaymentPage.PaymentNote> notes = new ArrayList<>();
        if (it.reversedBy() != null) {
            notes.add(new PaymentPage.PaymentNote(t.say("ledger.note.reversed"), LedgerUrls.payment(it.reversedBy())));
        }
        if (it.reverses() != null) {
            notes.add(new PaymentPage.PaymentNote(t.say("ledger.note.reverses"), LedgerUrls.payment(it.reverses())));
        }
        if (it.method() == PaymentMethod.INTERNAL) {
            notes.add(new PaymentPage.PaymentNote(t.say("ledger.note.internal"), null));
        }
        if (it.closed()) {
            notes.add(new PaymentPage.PaymentNote(t.say("ledger.note.closed"), null));
        }
        return notes;
    }

    @GetMapping("/{id}/edit")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView edit(@PathVariable PaymentId id, Words t) {
        PaymentQueries.PaymentSummary it = payments.findById(id);
        return editing(it, PaymentForm.fill(it, payments.findAllocations(it.id())), t);
    }

    private record PaymentChange(PaymentForm.PaymentInput said, List<PaymentPart> parts) {}

    @PostMapping("/{id}/edit")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView edit(@PathVariable PaymentId id, Form form, Words t) {
        PaymentQueries.PaymentSummary it = payments.findById(id);
        return form.submit(
                answers -> new PaymentChange(forms.read(form, answers), PaymentForm.parts(form, settleable(it))),
                changed -> paymentService.correct(
                        it.id(), changed.said().version(), changed.said().facts(), changed.parts()),
                SeeOther.to(LedgerUrls.payment(it.id())).withNotice("ledger.saved"),
                () -> editing(it, form, t));
    }

    /** The open invoices of the payer, and those the payment settles already. */
    private List<InvoiceQueries.InvoiceSummary> settleable(PaymentQueries.PaymentSummary it) {
        Party from = it.from();
        List<InvoiceQueries.InvoiceSummary> all =
                new ArrayList<>(from == null ? List.of() : invoices.findOpenByPayer(from, settings.today(), OPEN));
        List<InvoiceId> own = payments.findAllocations(it.id()).stream()
                .map(PaymentQueries.PaymentAllocation::invoice)
                .filter(Objects::nonNull)
                .filter(each -> all.stream().noneMatch(line -> line.id().equals(each)))
                .toList();
        all.addAll(invoices.findByIds(own, settings.today()));
        return all;
    }

    private ModelAndView editing(PaymentQueries.PaymentSummary it, Form form, Words t) {
        List<PaymentFormPage.PaymentPartField> parts = new ArrayList<>();
        settleable(it)
                .forEach(each -> parts.add(new PaymentFormPage.PaymentPartField(
                        PaymentForm.field(each),
                        each.number() + " · " + each.subject(),
                        t.say("ledger.owed", t.money(each.balance())))));
        PaymentForm.purposes()
                .forEach(each -> parts.add(
                        new PaymentFormPage.PaymentPartField("part-" + each, t.say("ledger.part." + each), "")));
        return PageView.of(
                "resources/ledger/payment-form",
                forms.page(
                        "ledger.payment.edit",
                        LedgerUrls.payment(it.id()) + "/edit",
                        LedgerUrls.payment(it.id()),
                        form,
                        List.of(),
                        parts,
                        t));
    }

    private record ReversalInput(LocalDate on, String reason) {}

    @GetMapping("/{id}/reverse")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView reverse(@PathVariable PaymentId id, Words t) {
        return reversing(payments.findById(id), Form.blank().with("on", settings.today()), t);
    }

    @PostMapping("/{id}/reverse")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView reverse(@PathVariable PaymentId id, Form form, Words t) {
        PaymentQueries.PaymentSummary it = payments.findById(id);
        return form.submit(
                answers -> {
                    LocalDate on = answers.date("on");
                    FieldRefusals.reject(
                            "on", form, LedgerDatePolicy.checkReversal(on, it.receivedOn(), settings.today()));
                    return new ReversalInput(on, answers.text("reason", REASON));
                },
                back -> {
                    PaymentId made = paymentService.reverse(it.id(), back.on(), back.reason());
                    return SeeOther.to(LedgerUrls.payment(made)).withNotice("ledger.reversed", t.money(it.amount()));
                },
                () -> reversing(it, form, t));
    }

    private static ModelAndView reversing(PaymentQueries.PaymentSummary it, Form form, Words t) {
        return PageView.of(
                "resources/ledger/reverse-form",
                new PaymentReversalPage(
                        t.say("ledger.payment.of", t.money(it.amount())), LedgerUrls.payment(it.id()), form));
    }
}
