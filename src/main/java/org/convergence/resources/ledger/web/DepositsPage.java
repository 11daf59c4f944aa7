package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;

/**
 * The payments to deposit, and the deposit slips.
 *
 * @param waiting cheques and cash to choose from
 */
public record DepositsPage(
        List<Tab> tabs,
        Form form,
        String lead,
        List<DepositItemRow> waiting,
        List<Option> banks,
        List<DepositSlipRow> slips,
        boolean records) {

    /** A cheque, or cash. */
    public record DepositItemRow(String id, String payer, String url, String detail, String amount, boolean taken) {}

    /** A deposit slip. */
    public record DepositSlipRow(String number, String url, String detail, String sum, Tone tone, String state) {}

    /**
     * A deposit slip.
     *
     * @param undoes whether it can be undone
     */
    public record DepositPage(
            String title,
            String url,
            String lead,
            Tone tone,
            String state,
            List<DepositsPage.DepositItemRow> items,
            String sum,
            boolean undoes) {}
}
