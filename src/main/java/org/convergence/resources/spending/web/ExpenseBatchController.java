package org.convergence.resources.spending.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.JournalFile;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseBatchService;
import org.convergence.resources.spending.domain.ExpenseBatchService.ExpenseBatch;
import org.convergence.resources.spending.domain.ExpenseJournalQueries;
import org.convergence.resources.spending.web.ExpensePage.ExpenseBatchItem;
import org.convergence.resources.spending.web.ExpensePage.ExpenseBatchesPage;
import org.convergence.resources.spending.web.ExpensePage.ExpenseListPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Closed batches of expenses, and their journal for the accounting software. */
@Controller
@RequestMapping("/resources/spending/batches")
@Requires(SpendingPermissions.READ)
record ExpenseBatchController(ExpenseBatchService batches, ExpenseJournalQueries journal) {

    private static final String URL = ExpensePage.LIST + "/batches";

    @GetMapping
    ModelAndView list(Words t) {
        return page(Form.blank(), t);
    }

    private ModelAndView page(Form form, Words t) {
        int accepted = batches.countAccepted();
        return PageView.of(
                "resources/spending/batches",
                new ExpenseBatchesPage(
                        batches.findAll().stream().map(batch -> item(batch, t)).toList(),
                        accepted,
                        form,
                        accepted > 0 && CurrentActor.get().may(SpendingPermissions.REVIEW)));
    }

    private static ExpenseBatchItem item(ExpenseBatch batch, Words t) {
        String detail = t.say("spending.batch.detail", batch.closedOn(), batch.expenses());
        return new ExpenseBatchItem(
                PageAddress.of(ExpensePage.LIST)
                        .with(ExpenseListPage.BATCH.name(), batch.id().toString())
                        .toString(),
                t.say("spending.batch", batch.number()),
                batch.inBooks() == 0 ? detail : detail + " · " + t.say("spending.batch.in-books", batch.inBooks()),
                batch.inBooks() == batch.expenses() ? null : URL + "/" + batch.id() + "/journal");
    }

    @PostMapping
    @Requires(SpendingPermissions.REVIEW)
    ModelAndView close(Form form, Words t) {
        return form.submit(
                answers -> true,
                sure -> SeeOther.to(URL).withNotice("spending.batch.closed", batches.close()),
                () -> page(form, t));
    }

    @GetMapping("/{id}/journal.{format}")
    void export(@PathVariable UUID id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        String number = t.say("spending.batch", journal.findNumber(id));
        JournalFile.send(
                number,
                format,
                journal.takeOut(id, t.say("spending.journal.gst"), t.say("spending.journal.qst"), format),
                t,
                response);
    }
}
