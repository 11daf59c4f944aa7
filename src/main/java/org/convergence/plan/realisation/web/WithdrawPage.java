package org.convergence.plan.realisation.web;

import java.util.UUID;
import org.convergence.platform.shell.Form;

/**
 * Whether a realisation is really to be withdrawn.
 *
 * @param sourced whether it comes from elsewhere, and so is withdrawn there
 */
public record WithdrawPage(UUID id, String title, boolean sourced, Form form) {

    /** The address of a gesture on it. */
    public String url(String gesture) {
        return RealisationPage.LIST + "/" + id + gesture;
    }
}
