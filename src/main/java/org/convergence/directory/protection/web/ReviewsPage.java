package org.convergence.directory.protection.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;

/** The actions done alone, to be reviewed. */
public record ReviewsPage(List<ReviewRow> waiting) {

    /**
     * An action to review.
     *
     * @param hers whether it is the reader's own action, which another person must review
     */
    public record ReviewRow(String when, String what, String reason, String url, boolean hers, Form form) {}

    /** The setting of the second person, notified of actions done alone. */
    public record ProtectionSettingsPage(String action, Form form, List<Option> accounts) {}
}
