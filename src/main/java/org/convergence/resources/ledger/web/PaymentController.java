package org.convergence.resources.ledger.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.DayPolicy;
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.resources.ledger.domain.Part;
import org.convergence.resources.ledger.domain.Payments;
import org.convergence.resources.ledger.domain.Receiving;
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

    private final Payments payments;
    private final Receiving receiving;
    private final Invoices invoices;
    private final PaymentForms forms;
    private final OrganisationSettings settings;

    PaymentController(
            Payments payments,
            Receiving receiving,
            Invoices invoices,
            PaymentForms forms,
            OrganisationSettings settings) {
        this.payments = payments;
        this.receiving = receiving;
        this.invoices = invoices;
        this.forms = forms;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Words t) {
        Payments.Line it = payments.one(new PaymentId(id));
        Party from = it.from();
        boolean records = CurrentActor.get().may(LedgerPermissions.RECORD);
        boolean stands = records && it.reversedBy() == null && it.amount().isPositive();
        String reference = it.reference() == null ? "" : " " + it.reference();
        return Page.of(
                "resources/ledger/payment",
                new PaymentPage(
                        t.say("ledger.payment.of", t.money(it.amount())),
                        t.say(it.method().key()) + reference + " · " + t.date(it.receivedOn()),
                        from == null ? it.payer() : PaymentsController.called(it, t),
                        from == null ? null : PartyPage.of(from),
                        it.remark(),
                        payments.settledBy(it.id()).stream()
                                .map(part -> line(part, t))
                                .toList(),
                        t.money(it.amount()),
                        notes(it, t),
                        records && it.isOpen() ? Urls.payment(it.id()) + "/edit" : null,
                        stands ? Urls.payment(it.id()) + "/reverse" : null,
                        stands ? Urls.payment(it.id()) + "/acknowledgement" : null));
    }

    private static InvoicePage.Line line(Payments.Settled part, Words t) {
        InvoiceId invoice = part.invoice();
        String text = invoice == null ? t.say("ledger.part." + part.purpose()) : part.number() + " · " + part.subject();
        return new InvoicePage.Line(text, t.money(part.amount()), invoice == null ? null : Urls.invoice(invoice));
    }

    private static List<PaymentPage.Note> notes(Payments.Line it, Words t) {
        List<PaymentPage.Note> notes = new ArrayList<>();
        if (it.reversedBy() != null) {
            notes.add(new PaymentPage.Note(t.say("ledger.note.reversed"), Urls.payment(it.reversedBy())));
        }
        if (it.reverses() != null) {
            notes.add(new PaymentPage.Note(t.say("ledger.note.reverses"), Urls.payment(it.reverses())));
        }
        if (it.method() == PaymentMethod.INTERNAL) {
            notes.add(new PaymentPage.Note(t.say("ledger.note.internal"), null));
        }
        if (it.closed()) {
            notes.add(new PaymentPage.Note(t.say("ledger.note.closed"), null));
        }
        return notes;
    }

    @GetMapping("/edit")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView edit(@PathVariable UUID id, Words t) {
        Payments.Line it = payments.one(new PaymentId(id));
        return editing(it, PaymentForms.of(it, payments.settledBy(it.id())), t);
    }

    private record Changed(PaymentForms.Said said, List<Part> parts) {}

    @PostMapping("/edit")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        Payments.Line it = payments.one(new PaymentId(id));
        return form.submit(
                answers -> new Changed(forms.read(form, answers), PaymentForms.parts(form, settleable(it))),
                changed -> {
                    receiving.correct(
                            it.id(), changed.said().version(), changed.said().facts(), changed.parts());
                    return Go.to(Urls.payment(it.id())).saying("ledger.saved");
                },
                () -> editing(it, form, t));
    }

    /** The open invoices of the payer, and those the payment settles already. */
    private List<Invoices.Line> settleable(Payments.Line it) {
        Party from = it.from();
        List<Invoices.Line> all =
                new ArrayList<>(from == null ? List.of() : invoices.openOf(from, settings.today(), OPEN));
        List<InvoiceId> own = payments.settledBy(it.id()).stream()
                .map(Payments.Settled::invoice)
                .filter(Objects::nonNull)
                .filter(each -> all.stream().noneMatch(line -> line.id().equals(each)))
                .toList();
        all.addAll(invoices.these(own, settings.today()));
        return all;
    }

    private ModelAndView editing(Payments.Line it, Form form, Words t) {
        List<PaymentFormPage.Part> parts = new ArrayList<>();
        settleable(it)
                .forEach(each -> parts.add(new PaymentFormPage.Part(
                        PaymentForms.field(each),
                        each.number() + " · " + each.subject(),
                        t.say("ledger.owed", t.money(each.balance())))));
        PaymentForms.purposes()
                .forEach(each -> parts.add(new PaymentFormPage.Part("part-" + each, t.say("ledger.part." + each), "")));
        return Page.of(
                "resources/ledger/payment-form",
                forms.page(
                        "ledger.payment.edit",
                        Urls.payment(it.id()) + "/edit",
                        Urls.payment(it.id()),
                        form,
                        List.of(),
                        parts,
                        t));
    }

    private record Back(LocalDate on, String reason) {}

    @GetMapping("/reverse")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView reverse(@PathVariable UUID id, Words t) {
        return reversing(payments.one(new PaymentId(id)), Form.blank().with("on", settings.today()), t);
    }

    @PostMapping("/reverse")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView reverse(@PathVariable UUID id, Form form, Words t) {
        Payments.Line it = payments.one(new PaymentId(id));
        return form.submit(
                answers -> {
                    LocalDate on = answers.date("on");
                    Refusals.at("on", form, DayPolicy.ofReversal(on, it.receivedOn(), settings.today()));
                    return new Back(on, answers.text("reason", REASON));
                },
                back -> {
                    PaymentId made = receiving.reverse(it.id(), back.on(), back.reason());
                    return Go.to(Urls.payment(made)).saying("ledger.reversed", t.money(it.amount()));
                },
                () -> reversing(it, form, t));
    }

    private static ModelAndView reversing(Payments.Line it, Form form, Words t) {
        return Page.of(
                "resources/ledger/reverse-form",
                new ReversePage(t.say("ledger.payment.of", t.money(it.amount())), Urls.payment(it.id()), form));
    }
}
