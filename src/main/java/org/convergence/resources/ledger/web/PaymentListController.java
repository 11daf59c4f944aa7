package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListView;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.resources.ledger.domain.PaymentQueries.PaymentFilter;
import org.convergence.resources.ledger.domain.PaymentQueries.PaymentSummary;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists payments. */
@Controller
@Requires(LedgerPermissions.READ)
record PaymentListController(PaymentQueries payments) {

    private static final ListView<PaymentFilter, PaymentSummary> VIEW = new ListView<>(
            LedgerUrls.PAYMENTS,
            "resources/ledger/payments",
            null,
            FormFields.of(
                    PaymentListPage.WORDS.from(PaymentFilter::name), PaymentListPage.PARTY.from(PaymentFilter::party)),
            answers -> new PaymentFilter(
                    answers.find(PaymentListPage.PARTY),
                    TextNormalizer.fold(answers.textOrEmpty(PaymentListPage.WORDS))),
            List.of());

    @GetMapping(LedgerUrls.PAYMENTS)
    ModelAndView list(Form form, Words t) {
        return VIEW.page(
                form,
                t,
                request -> ListPage.uncounted(payments.findSlice(request)),
                (rows, frame) -> new PaymentListPage(
                        frame,
                        LedgerTabs.findVisible(LedgerUrls.PAYMENTS, t),
                        rows.stream().map(it -> row(it, t)).toList(),
                        CurrentActor.get().may(LedgerPermissions.RECORD) ? LedgerUrls.newPayment(null) : null));
    }

    private static PaymentListPage.PaymentRow row(PaymentSummary it, Words t) {
        String reference = it.reference() == null ? "" : " " + it.reference();
        boolean back = it.reverses() != null || it.reversedBy() != null;
        return new PaymentListPage.PaymentRow(
                t.shortDate(it.receivedOn()),
                PaymentController.payerName(it, t),
                LedgerUrls.payment(it.id()),
                t.say(it.method().key()) + reference + (back ? " · " + t.say("ledger.back") : ""),
                t.money(it.amount()));
    }
}
