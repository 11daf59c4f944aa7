package org.convergence.resources.delegation.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Delegates and votes of each member on a day.
 *
 * @param lead the totals, in a sentence
 * @param unsaid the number of members without a known result, in a sentence; {@code null} for none
 * @param rules the tables that apply, each in a sentence
 * @param standings whether good standing is shown
 * @param none whether there is no table yet, so that the page proposes to add one
 */
public record DelegationListPage(
        Form form,
        String lead,
        @Nullable String unsaid,
        List<String> rules,
        List<DelegationRow> rows,
        boolean standings,
        String csv,
        String xlsx,
        boolean none) {

    static final String LIST = "/resources/delegation";
    static final String BYLAWS = LIST + "/bylaws";
    static final String SUSPENSIONS = LIST + "/suspensions";

    /**
     * A member.
     *
     * @param standing good standing; {@code null} if not shown
     * @param gesture suspends its votes or ends the suspension; {@code null} without the permission
     */
    public record DelegationRow(
            String name,
            String url,
            String category,
            String delegates,
            String votes,
            @Nullable Tone tone,
            @Nullable String standing,
            String why,
            @Nullable SuspensionAction gesture) {}

    /**
     * An action on its votes.
     *
     * @param post whether it acts at once
     */
    public record SuspensionAction(String label, String about, String url, boolean post) {}

    /** The form that suspends a member's votes. */
    public record SuspensionPage(String member, String action, Form form, List<Option> decisions) {}
}
