package org.convergence.resources.ledger.web;

import java.util.List;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Tab;

/** The accounts of the books used by this application. */
public record BookAccountsPage(List<Tab> tabs, List<BookAccountRow> rows) {

    /** An account. */
    public record BookAccountRow(String label, String url, String purpose) {}

    /** The form of an account's number and name. */
    public record BookAccountFormPage(String title, String action, String purpose, Form form) {}
}
