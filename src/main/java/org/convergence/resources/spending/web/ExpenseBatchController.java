package org.convergence.resources.spending.web;

import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.ExpenseBatchService;
import org.convergence.resources.spending.web.ExpensePage.ExpenseBatchItem;
import org.convergence.resources.spending.web.ExpensePage.ExpenseBatchesPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The closed batches of expenses; the accountant closes the next one. */
@Controller
@RequestMapping("/resources/spending/batches")
@Requires(SpendingPermissions.READ)
class ExpenseBatchController {

    private static final String URL = ExpensePage.LIST + "/batches";

    private final ExpenseBatchService batches;

    ExpenseBatchController(ExpenseBatchService batches) {
        this.batches = batches;
    }

    @GetMapping
    ModelAndView list(Words t) {
        return page(Form.blank(), t);
    }

    private ModelAndView page(Form form, Words t) {
        int accepted = batches.countAccepted();
        return PageView.of(
                "resources/spending/batches",
                new ExpenseBatchesPage(
                        batches.findAll().stream()
                                .map(batch -> new ExpenseBatchItem(
                                        PageAddress.of(ExpensePage.LIST)
                                                .with(
                                                        ExpenseListPage.BATCH.name(),
                                                        batch.id().toString())
                                                .toString(),
                                        t.say("spending.batch", batch.number()),
                                        t.say("spending.batch.detail", batch.closedOn(), batch.expenses())))
                                .toList(),
                        accepted,
                        form,
                        accepted > 0 && CurrentActor.get().may(SpendingPermissions.REVIEW)));
    }

    @PostMapping
    @Requires(SpendingPermissions.REVIEW)
    ModelAndView close(Form form, Words t) {
        return form.submit(
                answers -> true,
                sure -> SeeOther.to(URL).withNotice("spending.batch.closed", batches.close()),
                () -> page(form, t));
    }
}
