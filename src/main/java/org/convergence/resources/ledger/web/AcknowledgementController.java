package org.convergence.resources.ledger.web;

import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.consent.CharityStatus;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.AcknowledgementService;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.resources.ledger.domain.ReceiptPolicy;
import org.convergence.resources.ledger.web.InvoicePage.AcknowledgementPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The acknowledgement of a payment, with a word of thanks, as PDF. */
@Controller
@RequestMapping("/resources/ledger/payments/{id}/acknowledgement")
@Requires(LedgerPermissions.RECORD)
record AcknowledgementController(AcknowledgementService acknowledgements, CharityStatus charity) {

    private static final int NOTE = 2_000;

    @GetMapping
    ModelAndView show(@PathVariable UUID id, Words t) {
        return page(acknowledgements.requireAcknowledgeable(new PaymentId(id)), Form.blank(), t);
    }

    private ModelAndView page(PaymentQueries.PaymentSummary it, Form form, Words t) {
        return PageView.of(
                "resources/ledger/acknowledgement",
                new AcknowledgementPage(
                        t.say("ledger.payment.of", t.money(it.amount())),
                        LedgerUrls.payment(it.id()),
                        form,
                        t.say(ReceiptPolicy.noticeKey(
                                it.receivedOn(), charity.registeredSince().orElse(null)))));
    }

    @PostMapping
    ModelAndView make(@PathVariable UUID id, Form form, Words t) {
        PaymentQueries.PaymentSummary it = acknowledgements.requireAcknowledgeable(new PaymentId(id));
        return form.submit(
                answers -> Optional.ofNullable(answers.optionalText("note", NOTE)),
                note -> file(acknowledgements.renderPdf(it.id(), note.orElse(null), t), t),
                () -> page(it, form, t));
    }

    private static ModelAndView file(byte[] pdf, Words t) {
        View view = (model, request, response) -> {
            FileDownload.setHeaders(response, t.say("ledger.receipt.file") + ".pdf", PaperFormat.PDF.mediaType());
            response.getOutputStream().write(pdf);
        };
        return new ModelAndView(view);
    }
}
