package org.convergence.resources.subsidy.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;
import org.jspecify.annotations.Nullable;

/** The programmes. */
public record SubsidyProgrammePage(List<Tab> tabs, List<ProgrammeLine> programmes, boolean mayManage) {

    /**
     * A programme.
     *
     * @param url of its form; {@code null} without permission
     * @param source with the day it was checked
     */
    public record ProgrammeLine(String name, @Nullable String url, String terms, String limits, String source) {}

    /** The form of a programme; {@code key} is the message key of its title. */
    public record ProgrammeFormPage(String key, String action, Form form) {}

    /**
     * The minimum wages, the latest first.
     *
     * @param form adds one; {@code null} without permission
     */
    public record MinimumWagePage(
            List<Tab> tabs,
            List<MinimumWageLine> rates,
            @Nullable Form form) {}

    /** A minimum wage. */
    public record MinimumWageLine(String amount, String detail, String delete) {}
}
