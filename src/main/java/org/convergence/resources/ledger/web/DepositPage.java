package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

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
