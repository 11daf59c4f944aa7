/**
 * Budgets with their lines, expenses with their vouchers, and what each line has left. An expense is split over lines,
 * in the currency of each budget; the accountant accepts it or returns it with a question; the same voucher is refused
 * a second time. The financial report of a period says what was spent, why a line departs from its budget, and how it
 * agrees with the accountant's books. Serves lines 5.2 and 5.3. Main words: budget, line, expense, voucher, split,
 * variance, financial report, remittance, sample, funder's link. The record that a budget belongs to (an agreement, a project) is in the module that
 * creates the budget; the books stay with the accountant.
 */
@ApplicationModule(
        displayName = "Spending",
        allowedDependencies = {
            "platform.audit",
            "platform.currency",
            "platform.document",
            "platform.formfilling",
            "platform.idempotency",
            "platform.jobs",
            "platform.list",
            "platform.publicform",
            "platform.redaction",
            "platform.rendering",
            "platform.search",
            "directory.people",
            "identity",
            "plan.actionplan",
            "plan.filing",
            "plan.mailbox",
            "resources.ledger",
            "resources.subsidy"
        })
@NullMarked
package org.convergence.resources.spending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
