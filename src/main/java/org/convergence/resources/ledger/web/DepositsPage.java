package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;

/**
 * What is to be brought to the bank, and the slips.
 *
 * @param waiting cheques and cash to be chosen
 */
public record DepositsPage(
        List<Tab> tabs,
        Form form,
        String lead,
        List<Item> waiting,
        List<Option> banks,
        List<Slip> slips,
        boolean records) {

    /** A cheque, or cash. */
    public record Item(String id, String payer, String url, String detail, String amount, boolean taken) {}

    /** A slip. */
    public record Slip(String number, String url, String detail, String sum, Tone tone, String state) {}
}
