package org.convergence.resources.grant.web;

import java.util.List;
import org.convergence.platform.chart.ShareBar.Share;
import org.convergence.platform.shell.BarSegment;
import org.convergence.platform.shell.Tone;

/** Where the money of all running agreements stands. */
public record AgreementOverviewPage(List<CurrencyPart> currencies) {

    public AgreementOverviewPage {
        currencies = List.copyOf(currencies);
    }

    /**
     * The agreements in one currency: unlike currencies are never added up.
     *
     * @param attention what will be lost and what will lack, in sentences
     * @param bar the sum, drawn; {@code shares} draw the same on paper
     */
    public record CurrencyPart(
            String title,
            String standing,
            List<String> attention,
            List<BarSegment> bar,
            List<Share> shares,
            List<AgreementStandingRow> rows,
            AgreementStandingRow total) {}

    /**
     * An agreement, or the sum.
     *
     * @param url empty for the sum
     * @param detail its funder and its days
     * @param gone the share of its time that has passed
     * @param outcome what will be lost or lack at its end
     */
    public record AgreementStandingRow(
            String url,
            String title,
            String detail,
            String budget,
            String committed,
            String spent,
            String left,
            String gone,
            String outcome,
            Tone tone) {}
}
