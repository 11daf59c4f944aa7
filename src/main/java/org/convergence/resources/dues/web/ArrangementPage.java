package org.convergence.resources.dues.web;

import org.convergence.directory.people.Choosing;
import org.convergence.platform.shell.Form;

/** How an organisation wants to be asked for its dues. */
public record ArrangementPage(String name, String url, String action, Form form, Choosing payer) {}
