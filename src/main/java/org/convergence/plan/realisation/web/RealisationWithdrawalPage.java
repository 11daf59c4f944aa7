package org.convergence.plan.realisation.web;

import java.util.UUID;
import org.convergence.platform.shell.Form;

/**
 * The confirmation of a withdrawal.
 *
 * @param sourced whether it comes from another module, and so is withdrawn there
 */
public record RealisationWithdrawalPage(UUID id, String title, boolean sourced, Form form) {

    /** The address of an operation on it. */
    public String url(String gesture) {
        return RealisationPage.LIST + "/" + id + gesture;
    }
}
