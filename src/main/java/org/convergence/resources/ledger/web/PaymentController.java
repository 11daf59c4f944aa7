package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyUrls;
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
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.resources.ledger.domain.PaymentService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows, corrects and reverses one payment. */
@Controller
@RequestMapping("/resources/ledger/payments/{id}")
@Requires(LedgerPermissions.READ)
class PaymentController {

    private static final int OPEN = 200;
    private static final int REASON = 500;

    private final PaymentQueries payments;
    private final PaymentService paymentService;
    private final InvoiceQueries invoices;
    private final PaymentForm forms;
    private final OrganisationSettings settings;

    PaymentController(
            PaymentQueries payments,
            PaymentService paymentService,
            InvoiceQueries invoices,
            PaymentForm forms,
            OrganisationSettings settings) {
        this.payments = payments;
        this.paymentService = paymentService;
        this.invoices = invoices;
        this.forms = forms;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Words t) {
        PaymentQueries.PaymentSummary it = payments.findById(new PaymentId(id));
        Party from = it.from();
        boolean records = CurrentActor.get().may(LedgerPermissions.RECORD);
        boolean stands = records && it.reversedBy() == null && it.amount().isPositive();
        String reference = it.reference() == null ? "" : " " + it.reference();
        return PageView.of(
                "resources/ledger/payment",
                new PaymentPage(
                        t.say("ledger.payment.of", t.money(it.amount())),
                        t.say(it.method().key()) + reference + " · " + t.date(it.receivedOn()),
                        from == null ? it.payer() : PaymentListController.payerName(it, t),
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

    @GetMapping("/edit")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView edit(@PathVariable UUID id, Words t) {
        PaymentQueries.PaymentSummary it = payments.findById(new PaymentId(id));
        return editing(it, PaymentForm.fill(it, payments.findAllocations(it.id())), t);
    }

    private record PaymentChange(PaymentForm.PaymentInput said, List<PaymentPart> parts) {}

    @PostMapping("/edit")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        PaymentQueries.PaymentSummary it = payments.findById(new PaymentId(id));
        return form.submit(
                answers -> new PaymentChange(forms.read(form, answers), PaymentForm.parts(form, settleable(it))),
                changed -> {
                    paymentService.correct(
                            it.id(), changed.said().version(), changed.said().facts(), changed.parts());
                    return SeeOther.to(LedgerUrls.payment(it.id())).withNotice("ledger.saved");
                },
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

    @GetMapping("/reverse")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView reverse(@PathVariable UUID id, Words t) {
        return reversing(payments.findById(new PaymentId(id)), Form.blank().with("on", settings.today()), t);
    }

    @PostMapping("/reverse")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView reverse(@PathVariable UUID id, Form form, Words t) {
        PaymentQueries.PaymentSummary it = payments.findById(new PaymentId(id));
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
