package org.convergence.plan.portrait.web;

import org.convergence.plan.portrait.domain.Portrait;
import org.convergence.plan.portrait.domain.PortraitSum;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The portrait of the organisation.
 *
 * @param form the period
 * @param file address of the signed file
 * @param key the short form of the organisation's key
 */
public record PortraitPage(Form form, Portrait it, String file, String key) {

    static final String PATH = "/plan/portrait";
    static final String SUM = PATH + "/sum";

    /** The sum of several portraits; {@code null} before files are chosen. */
    public record PortraitSumPage(Form form, @Nullable PortraitSum sum) {}
}
