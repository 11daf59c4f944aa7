package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Tone;

/**
 * A slip.
 *
 * @param undoes whether it may be undone
 */
public record DepositPage(
        String title,
        String url,
        String lead,
        Tone tone,
        String state,
        List<DepositsPage.Item> items,
        String sum,
        boolean undoes) {}
