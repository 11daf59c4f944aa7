package org.convergence.resources.dues.web;

import org.convergence.directory.people.ChooserField;
import org.convergence.platform.shell.Form;

/** The form of how an organisation pays its dues. */
public record ArrangementPage(String name, String url, String action, Form form, ChooserField payer) {}
